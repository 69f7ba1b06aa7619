import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig } from '#config';
import { queryPrepared, Transactions } from '#database';
import { AppError, Clock } from '#kernel';

import { AdmissionWriter, type AdmittedMessage } from './admission-writer.service.js';
import { gateFacts, type GateFacts } from './gate-facts.js';
import { inTime } from './in-time.js';
import {
  BEGIN_SQL,
  DRAFT_SQL,
  DROP_SQL,
  FAIL_SQL,
  HOLD_PARTS_SQL,
  HOLD_SQL,
  LOCK,
  NEXT,
  queuedMessage,
  type LockedRow,
  type WaitingRow,
} from './outbox-gate.sql.js';
import type { Ownership } from './ownership.js';
import { PacingBook } from './pacing/pacing-book.service.js';
import { sendGate, type Refusal, type Verdict } from './send-gate.js';

export type Admission =
  | { readonly kind: 'admitted'; readonly message: AdmittedMessage }
  /** `until`: when to look again, if it is only held. */
  | { readonly kind: 'turned-away'; readonly until?: Date }
  /** "typing…" is to be shown now, and the message looked at again when it has been. */
  | { readonly kind: 'typing'; readonly address: string; readonly turnId: string | null; readonly until: Date }
  /** The account is not ours any more, or somebody was faster. */
  | { readonly kind: 'not-ours' };

/** The last gate: one transaction that looks at everything once more and marks the message `sending`, or does not. */
@Injectable()
export class OutboxGate {
  constructor(
    private readonly transactions: Transactions,
    private readonly pacing: PacingBook,
    private readonly admissions: AdmissionWriter,
    private readonly config: ConversationConfig,
    private readonly clock: Clock,
  ) {}

  /** The next message of the account that may be looked at now, each chat in order, and what waits beside it. */
  async next(accountId: string): Promise<WaitingRow> {
    const [waiting] = await this.transactions.prepared<WaitingRow>(NEXT, [accountId, this.clock.now()]);
    return waiting ?? { id: null, more: false, gestures: false };
  }

  /** A message that can't be opened any more (its contact was erased) fails by itself, and holds nobody up. */
  async admit(outboxId: string, owner: Ownership): Promise<Admission> {
    try {
      return await this.transactions.run((manager) => this.look(manager, outboxId, owner));
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      await this.transactions.run((manager) => manager.query(FAIL_SQL, [outboxId, error.code, owner.fencingToken]));
      return { kind: 'turned-away' };
    }
  }

  private async look(manager: EntityManager, outboxId: string, owner: Ownership): Promise<Admission> {
    const row = await lock(manager, outboxId, owner);
    if (!row) return { kind: 'not-ours' };
    const facts = await gateFacts(manager, row, { paced: this.pacing.isOn, now: this.clock.now() });
    const verdict = this.verdictOn(row, facts);
    if (verdict.kind !== 'pass') return turnAway(manager, row, verdict);
    const text = await this.admissions.textOf(row);
    const paced = await this.pacing.judge(manager, row, facts, text);
    if (paced.kind !== 'pass') return turnAway(manager, row, inTime(queuedMessage(row), paced));
    return { kind: 'admitted', message: await this.admissions.write(manager, row, { text, owner, paced }) };
  }

  private verdictOn(row: LockedRow, { sentLastDay, heard }: GateFacts): Verdict {
    return sendGate(
      queuedMessage(row),
      {
        optedOutAt: row.opted_out_at,
        takenOverUntil: row.taken_over_until,
        quietUntil: row.quiet_until,
        replyMode: row.reply_mode ?? this.config.replyMode,
        sentLastDay,
        heard,
      },
      this.config.dailyCapPerChat,
      this.clock.now(),
    );
  }
}

/** Undefined when it is not the owner's any more, or nobody's to send. */
async function lock(
  manager: EntityManager,
  outboxId: string,
  { fencingToken }: Ownership,
): Promise<LockedRow | undefined> {
  const parameters = [outboxId, fencingToken];
  const [row] = await queryPrepared<LockedRow>(manager, LOCK, parameters);
  if (row) return row;
  await manager.query(BEGIN_SQL, parameters);
  const [begun] = await queryPrepared<LockedRow>(manager, LOCK, parameters);
  return begun;
}

async function turnAway(manager: EntityManager, row: LockedRow, verdict: Refusal): Promise<Admission> {
  switch (verdict.kind) {
    case 'hold': {
      const { reason, until } = verdict;
      const parts = reason === 'paused' || reason === 'new-contacts' ? [row.turn_id, row.idempotency_key] : [];
      await manager.query(parts.length > 0 ? HOLD_PARTS_SQL : HOLD_SQL, [row.id, reason, until, ...parts]);
      if (reason !== 'typing') return { kind: 'turned-away', until };
      return { kind: 'typing', address: row.address ?? row.external_id, turnId: row.turn_id, until };
    }
    case 'draft':
      await manager.query(DRAFT_SQL, [row.id]);
      return { kind: 'turned-away' };
    case 'drop':
      await manager.query(DROP_SQL, [row.id, verdict.reason]);
      return { kind: 'turned-away' };
  }
}
