import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Logger } from '#telemetry';

import { ConversationSockets } from './conversation-sockets.service.js';
import { Seats } from './seats.service.js';

/** Often enough for what is kept for a day after it was last seen. */
const EVERY_MS = 3_600_000;

/** Says of the sockets of people that they are still there: one that breaks after weeks finds its rooms, too. */
@Injectable()
export class SessionKeeping implements OnModuleInit, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly seats: Seats,
    private readonly sockets: ConversationSockets,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.renew(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Does not throw. */
  async renew(): Promise<void> {
    const sessions = this.sessions();
    if (sessions.length === 0) return;
    try {
      await this.sockets.parts.sessions.renew(sessions);
    } catch (error) {
      this.logger.warn({ err: error }, 'that sockets are still there could not be kept; it is tried again in an hour');
    }
  }

  private sessions(): readonly string[] {
    const seats = this.seats.contacts().flatMap((contactId) => [...this.seats.ofContact(contactId)]);
    const ofPeople = seats.filter(({ socket }) => socket.data.principal.person);
    return [...new Set(ofPeople.map(({ socket }) => socket.data.session))];
  }
}
