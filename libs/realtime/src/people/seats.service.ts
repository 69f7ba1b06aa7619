import { Injectable } from '@nestjs/common';

import type { Seat } from './seat.js';

/** Who has joined what, in this process. */
@Injectable()
export class Seats {
  private readonly byChat = new Map<string, Set<Seat>>();
  private readonly byContact = new Map<string, Set<Seat>>();

  take(seat: Seat): void {
    seat.socket.data.seats.set(seat.chatId, seat);
    put(this.byChat, seat.chatId, seat);
    put(this.byContact, seat.contactId, seat);
  }

  leave(seat: Seat): void {
    seat.socket.data.seats.delete(seat.chatId);
    drop(this.byChat, seat.chatId, seat);
    drop(this.byContact, seat.contactId, seat);
  }

  inChat(chatId: string): ReadonlySet<Seat> {
    return this.byChat.get(chatId) ?? NONE;
  }

  ofContact(contactId: string): ReadonlySet<Seat> {
    return this.byContact.get(contactId) ?? NONE;
  }

  contacts(): readonly string[] {
    return [...this.byContact.keys()];
  }
}

const NONE: ReadonlySet<Seat> = new Set();

function put(places: Map<string, Set<Seat>>, place: string, seat: Seat): void {
  const seats = places.get(place);
  if (seats) seats.add(seat);
  else places.set(place, new Set([seat]));
}

function drop(places: Map<string, Set<Seat>>, place: string, seat: Seat): void {
  const seats = places.get(place);
  seats?.delete(seat);
  if (seats?.size === 0) places.delete(place);
}
