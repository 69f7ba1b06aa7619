import { Injectable } from '@nestjs/common';

import type { Principal } from '#security';

import { noConversation, tooManyRooms } from '../realtime.errors.js';
import type { ClientSocket } from '../sockets/client-socket.js';
import { MISSED } from '../sockets/missed.js';
import { ConversationSockets } from './conversation-sockets.service.js';
import { PersonFeed } from './person-feed.service.js';
import { PersonOffsets } from './person-offsets.service.js';
import { placeOfAll, type Seat } from './seat.js';
import { Seats } from './seats.service.js';

/** Conversations that one socket may have joined at once. */
const MOST_ROOMS = 200;
/** Told to who has joined: so the client has an offset from the first moment on. */
const JOINED = 'conversation:joined';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SESSION_LENGTH = 64;

export interface Joined {
  readonly conversation: unknown;
  /** Up to where it will not be told: what it has read from the API by now, or what it named itself. */
  readonly offset: string;
}

/** Where one that comes back was, found before it is let in; seats are taken when it is in. */
export type Restored = (socket: ClientSocket) => void;

/** Lets sockets into the rooms of conversations, and brings those who come back to where they were. */
@Injectable()
export class ConversationRooms {
  constructor(
    private readonly sockets: ConversationSockets,
    private readonly seats: Seats,
    private readonly feed: PersonFeed,
    private readonly offsets: PersonOffsets,
  ) {}

  /** From the place `after` names, else from now on. One that is in already stays where it is. Throws `conversation.not-found`. */
  async join(socket: ClientSocket, chatId: string, after?: string): Promise<Joined> {
    const { guard, feed } = this.sockets.parts;
    const { principal, seats } = socket.data;
    const room = await guard.mayJoin(principal, chatId);
    if (!room) throw noConversation();
    const { contactId, conversation = null } = room;
    const before = seats.get(chatId);
    if (before) return { conversation, offset: this.offsets.of(contactId, before.cursor) };
    if (seats.size >= MOST_ROOMS) throw tooManyRooms(MOST_ROOMS);
    // Before the answer, so that whatever happens after it is told.
    const end = BigInt(await feed.lastPosition(contactId));
    const place = this.placeOf(contactId, after, end);
    await this.keep(socket, [...seats.keys(), chatId]);
    if (socket.connected) this.sit({ socket, contactId, chatId, cursor: place.cursor, end });
    if (place.missed) socket.emit(MISSED, {});
    return { conversation, offset: this.offsets.of(contactId, place.cursor) };
  }

  async leave(socket: ClientSocket, chatId: string): Promise<void> {
    const seat = socket.data.seats.get(chatId);
    if (!seat) return;
    this.seats.leave(seat);
    await this.keep(socket, [...socket.data.seats.keys()]);
  }

  /** It reads again: what waits in the tables is told. */
  resume({ data }: ClientSocket): void {
    for (const { contactId } of data.seats.values()) this.feed.look(contactId);
  }

  /** It has gone. */
  forget(socket: ClientSocket): void {
    for (const seat of [...socket.data.seats.values()]) this.seats.leave(seat);
  }

  /**
   * Where a person's socket was that comes back with what the library keeps for it, `auth: { pid, offset }`; null for one that is new.
   * What was missed meanwhile is told as soon as it is in.
   */
  async find(principal: Principal, auth: Readonly<Record<string, unknown>>): Promise<Restored | null> {
    const contactId = principal.person?.contactId;
    const { pid, offset } = auth;
    if (contactId === undefined || typeof pid !== 'string' || pid === '' || pid.length > SESSION_LENGTH) return null;
    const { guard, feed, sessions } = this.sockets.parts;
    const chatIds = (await sessions.chatsOf(pid, contactId)).filter((chatId) => UUID.test(chatId)).slice(0, MOST_ROOMS);
    const open: string[] = [];
    // One after the other: a thousand who come back at once have two hundred rooms each, and the rest needs the database, too.
    for (const chatId of chatIds) {
      const room = await guard.mayJoin(principal, chatId);
      if (room?.contactId === contactId) open.push(chatId);
    }
    const end = BigInt(await feed.lastPosition(contactId));
    const { cursor, missed } = this.placeOf(contactId, offset ?? '', end);
    return (socket) => {
      // Without rooms it hears nothing more: its session is too old, so it is told to begin anew.
      if (missed || open.length === 0) socket.emit(MISSED, {});
      for (const chatId of open) this.sit({ socket, contactId, chatId, cursor, end });
      // Before what the client says next: joining keeps its rooms, too.
      socket.data.lane.run(() => this.keep(socket, open).catch(() => undefined));
    };
  }

  private sit(seat: Seat): void {
    this.seats.take(seat);
    seat.socket.emit(JOINED, { conversationId: seat.chatId }, this.offsets.of(seat.contactId, placeOfAll(seat)));
    this.feed.look(seat.contactId);
  }

  /** An offset beyond the end is of a feed that was restored from a backup since. */
  private placeOf(contactId: string, after: unknown, end: bigint): { cursor: bigint; missed: boolean } {
    if (after === undefined) return { cursor: end, missed: false };
    const named = this.offsets.read(contactId, after);
    return named === null || named > end ? { cursor: end, missed: true } : { cursor: named, missed: false };
  }

  /** Only people's: an operator's socket may be in the rooms of many people, and no one offset would do. */
  private async keep({ data }: ClientSocket, chatIds: readonly string[]): Promise<void> {
    const contactId = data.principal.person?.contactId;
    if (contactId !== undefined) await this.sockets.parts.sessions.keep(data.session, { contactId, chatIds });
  }
}
