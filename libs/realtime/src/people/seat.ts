import type { ClientSocket } from '../sockets/client-socket.js';

/** A conversation that a socket has joined. */
export interface Seat {
  readonly socket: ClientSocket;
  readonly contactId: string;
  readonly chatId: string;
  /** Up to where in the person's feed it has been told. */
  cursor: bigint;
  /** Where the feed was when it sat down. When there is nothing up to there any more, it has missed something for good. */
  readonly end: bigint;
}

/** Up to where in that feed the socket of `seat` has been told in all its seats: one that joined further back may not have caught up yet. */
export function placeOfAll({ socket, contactId, cursor }: Seat): bigint {
  let place = cursor;
  for (const other of socket.data.seats.values()) {
    if (other.contactId === contactId && other.cursor < place) place = other.cursor;
  }
  return place;
}
