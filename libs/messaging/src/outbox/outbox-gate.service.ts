import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig } from '#config';
import { Transactions } from '#database';
import { AppError, Clock, newId } from '#kernel';
import { BlindIndex, FieldCipher } from '#security';

import { messageBodyAddress } from '../messages/message-body.js';
import {
  COUNT_SQL,
  DRAFT_SQL,
  DROP_SQL,
  FAIL_SQL,
  HOLD_SQL,
  LOCK_SQL,
  MARK_SQL,
  NEXT_SQL,
  type GateRow,
} from './outbox-gate.sql.js';
import { outboxBodyAddress } from './outbox-body.js';
import type { Ownership } from './ownership.js';
import { sendGate, type Verdict } from './send-gate.js';

const DAY_MS = 24 * 60 * 60_000;

/** A message that has passed the last gate and is marked `sending`. */
export interface AdmittedMessage {
  readonly outboxId: string;
  readonly messageId: string;
  /** WhatsApp's id of the chat that it goes to, now and at every further try. */
  readonly address: string;
  readonly turnId: string | null;
  readonly text: string;
  readonly attempts: number;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly message: AdmittedMessage }
  | { readonly kind: 'turned-away' }
  /** The account is not ours any more, or somebody was faster. */
  | { readonly kind: 'not-ours' };

/** The last gate: one transaction that looks at everything once more and marks the message `sending`, or does not. */
@Injectable()
export class OutboxGate {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly config: ConversationConfig,
    private readonly clock: Clock,
  ) {}

  /** The id of the next message of the account that may be looked at now; each chat in order. */
  async next(accountId: string): Promise<string | undefined> {
    return this.transactions.run(async (manager) => {
      const rows: { id: string }[] = await manager.query(NEXT_SQL, [accountId, this.clock.now()]);
      return rows[0]?.id;
    });
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
    const [row]: GateRow[] = await manager.query(LOCK_SQL, [outboxId, owner.fencingToken]);
    if (!row) return { kind: 'not-ours' };
    const verdict = await this.verdictOn(manager, row);
    if (verdict.kind !== 'pass') {
      await turnAway(manager, outboxId, verdict);
      return { kind: 'turned-away' };
    }
    const text = await this.cipher.open(row.subject_id, outboxBodyAddress(outboxId), row.body);
    const address = row.address ?? row.external_id;
    await this.markSending(manager, row, { text, address, owner });
    const { message_id: messageId, turn_id: turnId, attempts } = row;
    return { kind: 'admitted', message: { outboxId, messageId, address, turnId, text, attempts: attempts + 1 } };
  }

  /** The count is a statement of its own: it must see what others committed while we waited for the chat's lock. */
  private async verdictOn(manager: EntityManager, row: GateRow): Promise<Verdict> {
    const now = this.clock.now();
    const [{ count }]: [{ count: number }] = await manager.query(COUNT_SQL, [
      row.chat_id,
      new Date(now.getTime() - DAY_MS),
    ]);
    return sendGate(
      { origin: row.origin, expiresAt: row.expires_at, approved: row.approved_at !== null },
      {
        optedOutAt: row.opted_out_at,
        takenOverUntil: row.taken_over_until,
        replyMode: row.reply_mode ?? this.config.replyMode,
        sentLastDay: count,
      },
      this.config.dailyCapPerChat,
      now,
    );
  }

  /** The message is in the store of record before it leaves, so that its own echo finds it there. */
  private async markSending(
    manager: EntityManager,
    row: GateRow,
    { text, address, owner }: { readonly text: string; readonly address: string; readonly owner: Ownership },
  ): Promise<void> {
    const id = newId();
    const body = await this.cipher.seal(row.subject_id, messageBodyAddress(id), text, manager);
    await manager.query(MARK_SQL, [
      row.id,
      this.clock.now(),
      owner.fencingToken,
      address,
      id,
      row.chat_id,
      row.message_id,
      row.subject_id,
      body,
      this.index.vector(text),
      row.turn_id,
    ]);
  }
}

async function turnAway(
  manager: EntityManager,
  outboxId: string,
  verdict: Exclude<Verdict, { kind: 'pass' }>,
): Promise<void> {
  switch (verdict.kind) {
    case 'hold':
      await manager.query(HOLD_SQL, [outboxId, verdict.reason, verdict.until]);
      return;
    case 'draft':
      await manager.query(DRAFT_SQL, [outboxId]);
      return;
    case 'drop':
      await manager.query(DROP_SQL, [outboxId, verdict.reason]);
      return;
  }
}
