import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { OutboxDesk } from '#messaging';

import { EngagementEvents } from '../events/engagement-events.service.js';

/** Ends plans as a part of somebody else's transaction: what waits at once, what was handed over already as far as it can be taken back. */
@Injectable()
export class EndedPlans {
  constructor(
    private readonly outbox: OutboxDesk,
    private readonly transactions: Transactions,
    private readonly events: EngagementEvents,
  ) {}

  /** `where`: a condition on `engagements` of constant SQL, with these parameters from $2 on. Their person is locked. */
  async end(manager: EntityManager, reason: string, where: string, parameters: readonly unknown[]): Promise<void> {
    const [ended] = await manager.query<[{ id: string }[], number]>(`${END_SQL} AND ${where} RETURNING id`, [
      reason,
      ...parameters,
    ]);
    this.tell(
      manager,
      ended.map(({ id }) => id),
    );
    const handed = await manager.query<{ id: string; reason: string }[]>(`${HANDED_SQL} AND ${where}`, [
      reason,
      ...parameters,
    ]);
    await this.outbox.withdraw(handed, manager);
  }

  /** Sockets hear of them when it is so. */
  tell(manager: EntityManager, ids: readonly string[]): void {
    if (ids.length > 0) this.transactions.afterCommit(manager, () => this.events.changed(ids));
  }
}

const END_SQL = `
UPDATE engagements SET status = 'skipped', reason = $1, body = NULL, pending_slot = NULL, queue_slot = NULL
WHERE status IN ('planned', 'approved') AND handed_at IS NULL`;

/** In the outbox; their end is written down when the outbox's is. */
const HANDED_SQL = `
SELECT outbox_id AS id, $1::text AS reason FROM engagements
WHERE status = 'approved' AND handed_at IS NOT NULL AND sent_at IS NULL AND outbox_id IS NOT NULL`;
