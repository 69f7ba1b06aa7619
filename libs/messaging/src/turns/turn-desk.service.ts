import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import type { ReplyMode } from '../chats/chat.entity.js';
import { OutboxBell } from '../outbox/outbox-bell.service.js';
import { OutboxWriter } from '../outbox/outbox-writer.service.js';

/** A claim that is not renewed for so long has outlived its worker, and is given to another. */
const CLAIM_MS = 10_000;
const RENEW_MS = 3_000;

/** A turn that an agent has taken on. */
export interface ClaimedTurn {
  readonly id: string;
  readonly chatId: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

export interface TurnAnswer {
  /** The parts of the answer, in order; each becomes one message. */
  readonly texts: readonly string[];
  /** What happens in a chat that has no mode of its own. */
  readonly defaultMode: ReplyMode;
}

/** Where an agent takes turns and hands in answers. A turn is answered once, however often it is worked on. */
@Injectable()
export class TurnDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxWriter,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** The oldest turn of the chat that waits for this agent; undefined when there is none or another worker has it. */
  async claim(agent: string, chatId: string): Promise<ClaimedTurn | undefined> {
    return this.transactions.run(async (manager) => {
      const [rows]: [{ id: string; attempts: number; created_at: Date }[], number] = await manager.query(CLAIM_SQL, [
        chatId,
        agent,
        this.inMs(CLAIM_MS),
        this.clock.now(),
      ]);
      const [turn] = rows;
      return turn && { id: turn.id, chatId, attempts: turn.attempts, createdAt: turn.created_at };
    });
  }

  /** Does the work on a turn and keeps the claim for as long as it takes. */
  async whileClaimed<T>(turn: ClaimedTurn, work: () => Promise<T>): Promise<T> {
    const renewing = setInterval(() => {
      // A renewal that fails costs no more than the claim: the answer is written once in any case.
      this.postpone(turn.id, CLAIM_MS).catch(() => undefined);
    }, RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
    }
  }

  /** Leaves a turn that could not be answered for another try, not before `delayMs` from now. */
  async postpone(turnId: string, delayMs: number): Promise<void> {
    await this.transactions.run((manager) =>
      manager.query(`UPDATE turns SET claimed_until = $2 WHERE id = $1 AND state = 'pending'`, [
        turnId,
        this.inMs(delayMs),
      ]),
    );
  }

  /**
   * Puts the answer into the outbox, as drafts when its chat is in draft mode at this moment. Answers false when the turn had been finished
   * before: nothing is written then.
   */
  async answer(turnId: string, { texts, defaultMode }: TurnAnswer): Promise<boolean> {
    const put = await this.transactions.run(async (manager) => {
      const chatId = await this.finish(manager, turnId, 'answered', null);
      if (!chatId) return undefined;
      const draft = ((await replyModeOf(manager, chatId)) ?? defaultMode) === 'draft';
      return this.outbox.put(manager, { chatId, turnId, texts, origin: 'reply', draft });
    });
    if (put) this.bell.ring(put.accountId);
    return put !== undefined;
  }

  /** Finishes a turn without an answer and records why. */
  async silence(turnId: string, reason: string): Promise<void> {
    await this.transactions.run((manager) => this.finish(manager, turnId, 'silent', reason));
  }

  /** The chats in which turns have waited since before `olderThan` with nobody at work on them. */
  async neglected(olderThan: Date): Promise<readonly { readonly agent: string; readonly chatId: string }[]> {
    return this.transactions.run(async (manager) => {
      const rows: { agent: string; chat_id: string }[] = await manager.query(
        `SELECT DISTINCT agent, chat_id FROM turns
         WHERE state = 'pending' AND created_at < $1 AND (claimed_until IS NULL OR claimed_until <= $2) LIMIT 500`,
        [olderThan, this.clock.now()],
      );
      return rows.map((row) => ({ agent: row.agent, chatId: row.chat_id }));
    });
  }

  /** The turn's chat, which a merge of contacts may have changed since the claim; undefined when the turn was finished before. */
  private async finish(
    manager: EntityManager,
    turnId: string,
    state: 'answered' | 'silent',
    reason: string | null,
  ): Promise<string | undefined> {
    const [rows]: [{ chat_id: string }[], number] = await manager.query(
      `UPDATE turns SET state = $2, reason = $3, finished_at = $4, claimed_until = NULL
       WHERE id = $1 AND state = 'pending' RETURNING chat_id`,
      [turnId, state, reason, this.clock.now()],
    );
    return rows[0]?.chat_id;
  }

  private inMs(delayMs: number): Date {
    return new Date(this.clock.now().getTime() + delayMs);
  }
}

/** Only the oldest turn of a chat may be taken: the next one's answer builds on this one's. */
const CLAIM_SQL = `
UPDATE turns SET attempts = attempts + 1, claimed_until = $3
WHERE id = (SELECT id FROM turns WHERE chat_id = $1 AND state = 'pending' ORDER BY position LIMIT 1 FOR UPDATE)
  AND agent = $2 AND state = 'pending' AND (claimed_until IS NULL OR claimed_until <= $4)
RETURNING id, attempts, created_at`;

async function replyModeOf(manager: EntityManager, chatId: string): Promise<ReplyMode | null> {
  const rows: { reply_mode: ReplyMode | null }[] = await manager.query('SELECT reply_mode FROM chats WHERE id = $1', [
    chatId,
  ]);
  return rows[0]?.reply_mode ?? null;
}
