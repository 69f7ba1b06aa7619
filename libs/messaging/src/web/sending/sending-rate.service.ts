import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChatConfig } from '#config';
import { Clock, type AppError } from '#kernel';

import { tooManyMessages } from './web-message.errors.js';

/** What somebody wants to send: an operator tries out, and is held to no pace. */
export interface RatedSend {
  readonly contactId: string;
  readonly free: boolean;
}

/** How much a person may send, counted in their stream's row: so it holds over all processes. */
@Injectable()
export class SendingRate {
  constructor(
    private readonly config: ChatConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts messages in the transaction that stores them, and locks the streams of their people, in the order of their ids. In order: null for
   * one that may be sent, else `message.rate-limited`.
   */
  async take(manager: EntityManager, sends: readonly RatedSend[]): Promise<(AppError | null)[]> {
    const { most, windowMs } = this.config.messageRate;
    if (most === 0 || sends.every(({ free }) => free)) return sends.map(() => null);
    const now = this.clock.now();
    const counts = new Map<string, number>();
    for (const { contactId, free } of sends) counts.set(contactId, (counts.get(contactId) ?? 0) + (free ? 0 : 1));
    const rows = await manager.query<CountedRow[]>(COUNT_SQL, [
      [...counts.keys()],
      [...counts.values()],
      now,
      new Date(now.getTime() - windowMs),
    ]);
    const before = new Map(rows.map((row) => [row.id, row.sent_in_window - (counts.get(row.id) ?? 0)]));
    const ends = new Map(rows.map((row) => [row.id, row.window_at.getTime() + windowMs]));
    return sends.map(({ contactId, free }) => {
      if (free) return null;
      const sent = (before.get(contactId) ?? 0) + 1;
      before.set(contactId, sent);
      if (sent <= most) return null;
      const waitMs = (ends.get(contactId) ?? now.getTime()) - now.getTime();
      return tooManyMessages(Math.max(1, Math.ceil(waitMs / 1_000)));
    });
  }
}

interface CountedRow {
  readonly id: string;
  readonly window_at: Date;
  readonly sent_in_window: number;
}

/** What is refused counts, too, for its window only: whoever goes on and on waits no longer for it. */
const COUNT_SQL = `
INSERT INTO person_streams (contact_id, window_at, sent_in_window)
SELECT contact_id, $3, added FROM unnest($1::uuid[], $2::integer[]) AS sends (contact_id, added) ORDER BY contact_id
ON CONFLICT (contact_id) DO UPDATE SET
  window_at = CASE WHEN person_streams.window_at > $4 THEN person_streams.window_at ELSE $3 END,
  sent_in_window = least(1000000000, CASE WHEN person_streams.window_at > $4 THEN person_streams.sent_in_window ELSE 0 END + excluded.sent_in_window)
RETURNING contact_id AS id, window_at, sent_in_window`;
