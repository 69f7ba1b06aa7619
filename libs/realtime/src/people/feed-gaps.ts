import type { ClientSocket } from '../sockets/client-socket.js';
import type { PersonFeedEvent } from './person-feed-source.js';
import type { Seat } from './seat.js';

/** A seat that waits for what is no longer there: it was pruned, or deleted with its conversation. */
export interface Gap {
  readonly seat: Seat;
  /** Where it goes on. */
  readonly to: bigint;
}

/** `next` is the first event after the seat that is furthest back. */
export function gapsOf(seats: readonly Seat[], next: PersonFeedEvent | undefined): readonly Gap[] {
  return seats.flatMap((seat) => {
    const to = next ? BigInt(next.position) - 1n : seat.end;
    return to > seat.cursor ? [{ seat, to }] : [];
  });
}

/**
 * The sockets that have missed something for good. The oldest goes first when a feed is pruned: as long as something is kept of what a socket
 * has heard already (`firstKept`), what it waits for was only deleted.
 */
export function missedBy(gaps: readonly Gap[], firstKept: string | null): ReadonlySet<ClientSocket> {
  const missed = gaps.filter(({ seat }) => firstKept === null || BigInt(firstKept) > seat.cursor);
  return new Set(missed.map(({ seat }) => seat.socket));
}
