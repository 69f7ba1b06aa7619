import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { OutboxBell } from '../outbox-bell.service.js';
import { accountNotFound } from '../outbox.errors.js';
import { BEGIN_PACING_SQL } from './pacing.sql.js';
import { PacingRules } from './pacing-rules.service.js';
import { warmedUp } from './warm-up.js';

/** Whether and how fast messages leave an account. */
export interface SendingView {
  readonly stoppedAt: Date | null;
  /** Until then the account rests, and why. */
  readonly heldUntil: Date | null;
  readonly heldReason: string | null;
  readonly waiting: number;
  /** Null with pacing off. */
  readonly pace: {
    readonly ratePerMinute: number;
    readonly burst: number;
    readonly gapMs: number;
    readonly newContactsPerDay: number;
    readonly newContactsLastDay: number;
    /** When the warm-up began; null: it will with the first message. */
    readonly warmSince: Date | null;
  } | null;
}

/** The operator's switch: stops all sending of an account, and lets it go on. What waits is held, not lost. */
@Injectable()
export class SendingDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly rules: PacingRules,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** Throws `account.not-found`. */
  of(accountId: string): Promise<SendingView> {
    return this.transactions.run((manager) => this.view(manager, accountId));
  }

  /** When it returns, nothing passes the last gate any more. Throws `account.not-found`. */
  stop(accountId: string): Promise<SendingView> {
    return this.transactions.run(async (manager) => {
      await this.begin(manager, accountId);
      const sql = 'UPDATE account_pacing SET stopped_at = coalesce(stopped_at, $2) WHERE account_id = $1';
      await manager.query(sql, [accountId, this.clock.now()]);
      return this.view(manager, accountId);
    });
  }

  /** Throws `account.not-found`. */
  async resume(accountId: string): Promise<SendingView> {
    const view = await this.transactions.run(async (manager) => {
      await this.begin(manager, accountId);
      await manager.query('UPDATE account_pacing SET stopped_at = NULL WHERE account_id = $1', [accountId]);
      await manager.query(RELEASE_SQL, [accountId, this.clock.now()]);
      return this.view(manager, accountId);
    });
    this.bell.ring(accountId);
    return view;
  }

  private async begin(manager: EntityManager, accountId: string): Promise<void> {
    const accounts: unknown[] = await manager.query('SELECT FROM accounts WHERE id = $1', [accountId]);
    if (accounts.length === 0) throw accountNotFound();
    await manager.query(BEGIN_PACING_SQL, [accountId]);
  }

  private async view(manager: EntityManager, accountId: string): Promise<SendingView> {
    const now = this.clock.now();
    const [row]: Row[] = await manager.query(VIEW_SQL, [accountId, now]);
    if (!row) throw accountNotFound();
    const { policy } = this.rules;
    const { heldUntil, heldReason, stoppedAt, waiting, warmSince, newContactsLastDay } = row;
    if (!policy) return { heldUntil, heldReason, stoppedAt, waiting, pace: null };
    const { ratePerMinute, burst, gapMs, newContactsPerDay } = warmedUp(policy, warmSince ?? now, now);
    const pace = { ratePerMinute, burst, gapMs, newContactsPerDay, newContactsLastDay, warmSince };
    return { heldUntil, heldReason, stoppedAt, waiting, pace };
  }
}

interface Row extends Omit<SendingView, 'pace'> {
  readonly warmSince: Date | null;
  readonly newContactsLastDay: number;
}

const VIEW_SQL = `
SELECT stopped_at AS "stoppedAt", warm_since AS "warmSince",
  CASE WHEN held_until > $2 THEN held_until END AS "heldUntil", CASE WHEN held_until > $2 THEN held_reason END AS "heldReason",
  (SELECT count(*)::integer FROM outbox WHERE account_id = $1 AND state = 'queued') AS waiting,
  (SELECT count(*)::integer FROM outbox WHERE account_id = $1 AND first_contact AND gated_at > $2::timestamptz - interval '1 day') AS "newContactsLastDay"
FROM accounts LEFT JOIN account_pacing ON account_id = accounts.id WHERE accounts.id = $1`;

/** What was looked at in the moment of the stop. */
const RELEASE_SQL = `
UPDATE outbox SET reason = NULL, not_before = $2 WHERE account_id = $1 AND state = 'queued' AND reason = 'stopped'`;
