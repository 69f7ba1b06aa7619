import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { OutboxDesk } from '#messaging';

import { ActNews } from './act-news.service.js';
import { HandOver } from './hand-over.service.js';

/** A task takes a minute at most, and is tried twice. */
const LOST_AFTER_MS = 2 * 60_000;
const MOST = 500;

/** Ends what was decided and never said: the process that looked for the words is gone, or the account came back too late. */
@Injectable()
export class LostActs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly handOvers: HandOver,
    private readonly desk: OutboxDesk,
    private readonly news: ActNews,
  ) {}

  async end(now: Date): Promise<number> {
    const before = new Date(now.getTime() - LOST_AFTER_MS);
    const lost = await this.dataSource.query<{ decisionId: string; chatId: string }[]>(LOST_SQL, [before, MOST]);
    const end = { status: 'failed', reason: 'lost' } as const;
    for (const request of lost) {
      const outcome = await this.transactions.run((manager) => this.handOvers.giveUp(manager, request, end));
      if (outcome) this.news.tell(outcome);
    }
    const expired = await this.dataSource.query<{ id: string }[]>(EXPIRED_SQL, [now, MOST]);
    await this.desk.withdraw(expired.map(({ id }) => ({ id, reason: 'expired' })));
    return lost.length + expired.length;
  }
}

const LOST_SQL = `
SELECT id AS "decisionId", chat_id AS "chatId" FROM autonomy_decisions WHERE status = 'writing' AND at < $1 ORDER BY at LIMIT $2`;

const EXPIRED_SQL = `
SELECT id FROM outbox WHERE state = 'queued' AND idempotency_key LIKE 'autonomy:%' AND expires_at <= $1 LIMIT $2`;
