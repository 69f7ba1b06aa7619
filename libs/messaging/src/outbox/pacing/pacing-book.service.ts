import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import type { LockedRow } from '../outbox-gate.sql.js';
import type { Verdict } from '../send-gate.js';
import { accountHold, paceGate, type PacedMessage } from './pace-gate.js';
import { PacingRules } from './pacing-rules.service.js';
import { HOLD_ACCOUNT_SQL, type PaceRow, type PacingRow } from './pacing.sql.js';
import type { TokenBucket } from './token-bucket.js';
import { warmedUp } from './warm-up.js';

export interface PacedPass {
  readonly kind: 'pass';
  /** Nobody had said a word in that chat before. */
  readonly firstContact: boolean;
  /** What is left of the account's allowance once it has left; null with pacing off. */
  readonly bucket: TokenBucket | null;
}

/** Knows an account's pace, inside the last gate's transaction: its row is locked there. */
@Injectable()
export class PacingBook {
  constructor(
    private readonly rules: PacingRules,
    private readonly clock: Clock,
  ) {}

  get isOn(): boolean {
    return this.rules.policy !== null;
  }

  /** Whether it is the message's time. Writes down that the account has to rest. */
  async judge(
    manager: EntityManager,
    row: LockedRow,
    pace: PaceRow,
    text: string,
  ): Promise<PacedPass | Exclude<Verdict, { kind: 'pass' }>> {
    const now = this.clock.now();
    const { stopped_at: stoppedAt, held_until: heldUntil, held_reason: heldReason } = row;
    const held = accountHold({ stoppedAt, heldUntil, heldReason }, now);
    if (held) return held;
    const { policy } = this.rules;
    if (!policy) return { kind: 'pass', firstContact: false, bucket: null };
    const limits = warmedUp(policy, row.warm_since ?? now, now);
    const verdict = paceGate(pacedMessage(row, pace, text), bucketOf(row), limits, { now, random: Math.random() });
    if (verdict.kind === 'pass') return { ...verdict, firstContact: pace.new_contact };
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

function pacedMessage(row: LockedRow, pace: PaceRow, text: string): PacedMessage {
  return {
    answer: row.origin === 'reply',
    length: text.length,
    typed: row.typing_until !== null,
    newContact: pace.new_contact,
    lastInChatAt: pace.last_in_chat_at,
    newContactsAt: pace.new_contacts_at ?? [],
  };
}

function bucketOf({ tokens, refilled_at: refilledAt }: PacingRow): TokenBucket | null {
  return tokens === null || !refilledAt ? null : { tokens, refilledAt };
}
