import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChatConfig } from '#config';
import { Clock } from '#kernel';

import { tooManyMessages } from './web-message.errors.js';

/** How much a person may send, counted in their stream's row: so it holds over all processes. */
@Injectable()
export class SendingRate {
  constructor(
    private readonly config: ChatConfig,
    private readonly clock: Clock,
  ) {}

  /** Counts one message, in the transaction that stores it. @throws AppError `message.rate-limited` */
  async take(manager: EntityManager, contactId: string): Promise<void> {
    const { most, windowMs } = this.config.messageRate;
    if (most === 0) return;
    const now = this.clock.now();
    const [row]: [{ window_at: Date; sent_in_window: number }] = await manager.query(COUNT_SQL, [
      contactId,
      now,
      new Date(now.getTime() - windowMs),
    ]);
    if (row.sent_in_window <= most) return;
    throw tooManyMessages(Math.max(1, Math.ceil((row.window_at.getTime() + windowMs - now.getTime()) / 1_000)));
  }
}

/** A window that lies ahead of our clock ends like any other: clocks differ a little. */
const COUNT_SQL = `
INSERT INTO person_streams (contact_id, window_at, sent_in_window) VALUES ($1, $2, 1)
ON CONFLICT (contact_id) DO UPDATE SET
  window_at = CASE WHEN person_streams.window_at > $3 THEN person_streams.window_at ELSE $2 END,
  sent_in_window = CASE WHEN person_streams.window_at > $3 THEN person_streams.sent_in_window + 1 ELSE 1 END
RETURNING window_at, sent_in_window`;
