import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared } from '#database';
import { Clock } from '#kernel';

import type { GateRow } from '../outbox-gate.sql.js';
import { pacingUnreadable } from '../outbox.errors.js';
import type { Verdict } from '../send-gate.js';
import { accountHold, paceGate, type PacedMessage } from './pace-gate.js';
import { PacingRules } from './pacing-rules.service.js';
import {
  BEGIN_PACING_SQL,
  HOLD_ACCOUNT_SQL,
  LOCK_PACING,
  PACE_FACTS,
  TAKE_TOKEN,
  type PaceFactsRow,
  type PacingRow,
} from './pacing.sql.js';
import type { TokenBucket } from './token-bucket.js';
import { warmedUp } from './warm-up.js';

const DAY_MS = 24 * 60 * 60_000;

export interface PacedPass {
  readonly kind: 'pass';
  /** Nobody had said a word in that chat before. */
  readonly firstContact: boolean;
}

/** Keeps account of what leaves, inside the last gate's transaction. */
@Injectable()
export class PacingBook {
  constructor(
    private readonly rules: PacingRules,
    private readonly clock: Clock,
  ) {}

  /** Locks the account's pacing until the transaction ends. Throws `outbox.pacing-unreadable`: the gate stays closed then. */
  async lock(manager: EntityManager, { account_id: accountId, chat_id: chatId }: GateRow): Promise<PacingRow> {
    const now = this.clock.now();
    const parameters = [accountId, chatId, new Date(now.getTime() - DAY_MS)];
    const [row] = await queryPrepared<PacingRow>(manager, LOCK_PACING, parameters);
    if (row) return row;
    await manager.query(BEGIN_PACING_SQL, [accountId]);
    const [begun] = await queryPrepared<PacingRow>(manager, LOCK_PACING, parameters);
    if (!begun) throw pacingUnreadable();
    return begun;
  }

  /** Whether it is the message's time, and writes down that it leaves or that the account has to rest. */
  async judge(
    manager: EntityManager,
    row: GateRow,
    pacing: PacingRow,
    text: string,
  ): Promise<PacedPass | Exclude<Verdict, { kind: 'pass' }>> {
    const now = this.clock.now();
    const held = accountHold(
      { stoppedAt: pacing.stopped_at, heldUntil: pacing.held_until, heldReason: pacing.held_reason },
      now,
    );
    if (held) return held;
    const { policy } = this.rules;
    if (!policy) return { kind: 'pass', firstContact: false };
    const facts = await factsOf(manager, row, now);
    const limits = warmedUp(policy, pacing.warm_since ?? now, now);
    const verdict = paceGate(pacedMessage(row, facts, text), bucketOf(pacing), limits, { now, random: Math.random() });
    if (verdict.kind === 'pass') {
      const { tokens, refilledAt } = verdict.bucket;
      await queryPrepared(manager, TAKE_TOKEN, [row.account_id, tokens, refilledAt]);
      return { kind: 'pass', firstContact: facts.new_contact };
    }
    if (verdict.reason === 'rate') await this.holdAccount(manager, row.account_id, 'rate', verdict.until);
    return verdict;
  }

  /** Nobody looks at what waits in the account until then. */
  async holdAccount(
    manager: EntityManager,
    accountId: string,
    reason: 'rate' | 'slow-down',
    until: Date,
  ): Promise<void> {
    await manager.query(HOLD_ACCOUNT_SQL, [accountId, until, reason]);
  }
}

async function factsOf(manager: EntityManager, row: GateRow, now: Date): Promise<PaceFactsRow> {
  const [facts] = await queryPrepared<PaceFactsRow>(manager, PACE_FACTS, [
    row.chat_id,
    row.id,
    row.message_id,
    new Date(now.getTime() - DAY_MS),
  ]);
  if (!facts) throw pacingUnreadable();
  return facts;
}

function pacedMessage(row: GateRow, facts: PaceFactsRow, text: string): PacedMessage {
  return {
    answer: row.origin === 'reply',
    length: text.length,
    typed: row.typing_until !== null,
    newContact: facts.new_contact,
    lastInChatAt: facts.last_in_chat_at,
    newContactsAt: facts.new_contacts_at,
  };
}

function bucketOf({ tokens, refilled_at: refilledAt }: PacingRow): TokenBucket | null {
  return tokens === null || !refilledAt ? null : { tokens, refilledAt };
}
