import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';

import type { ClientSocket } from '../sockets/client-socket.js';
import { SocketDoor, type Known, type Refusal } from '../sockets/socket-door.service.js';
import { ConversationRooms, type Restored } from './conversation-rooms.service.js';

/** Sockets one person may have in one process. */
const MOST_SOCKETS = 20;

/** One that may come in. */
export interface Admitted extends Known {
  /** What brings a person's socket back to where it was. */
  readonly restored?: Restored;
}

/** Asks for the key, and people also how many they are and where they were. */
@Injectable()
export class PeopleDoor {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly door: SocketDoor,
    private readonly rooms: ConversationRooms,
    private readonly logger: Logger,
  ) {}

  async admit(socket: Pick<ClientSocket, 'conn' | 'handshake'>): Promise<Admitted | Refusal> {
    const known = await this.door.admit(socket);
    if (typeof known === 'string' || !known.principal.person) return known;
    const { conn, handshake } = socket;
    // Gone while its token was looked at: nobody would give its place back.
    if (conn.readyState !== 'open') return 'unavailable';
    if (!this.take(known.principal.person.contactId, conn)) return 'too-many-sockets';
    try {
      const restored = await this.rooms.find(known.principal, handshake.auth);
      return restored ? { ...known, restored } : known;
    } catch (error) {
      this.logger.warn({ err: error }, 'where a socket was could not be looked up; it has to come again');
      // The library tries again by itself, as it does not after a refusal.
      conn.close(true);
      return 'unavailable';
    }
  }

  private take(contactId: string, conn: ClientSocket['conn']): boolean {
    const count = this.counts.get(contactId) ?? 0;
    if (count >= MOST_SOCKETS) return false;
    this.counts.set(contactId, count + 1);
    conn.once('close', () => {
      const left = (this.counts.get(contactId) ?? 1) - 1;
      if (left > 0) this.counts.set(contactId, left);
      else this.counts.delete(contactId);
    });
    return true;
  }
}
