import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

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
}

export interface TurnAnswer {
  /** The parts of the answer, in order; each becomes one message. */
  readonly texts: readonly string[];
  /** Keep them for approval instead of sending them. */
  readonly draft: boolean;
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
      const now = this.clock.now();
      const rows: [{ id: string; attempts: number }[], number] = await manager.query(
        `UPDATE turns SET attempts = attempts + 1, claimed_until = $3
         WHERE id = (SELECT id FROM turns WHERE chat_id = $1 AND state = 'pending' ORDER BY id LIMIT 1 FOR UPDATE)
           AND agent = $2 AND state = 'pending' AND (claimed_until IS NULL OR claimed_until <= $4)
         RETURNING id, attempts`,
        [chatId, agent, new Date(now.getTime() + CLAIM_MS), now],
      );
      const [turn] = rows[0];
      return turn && { id: turn.id, chatId, attempts: turn.attempts };
    });
  }

  /** Does the work on a turn and keeps the claim for as long as it takes. After a failure the claim is given back. */
  async whileClaimed(turn: ClaimedTurn, work: () => Promise<void>): Promise<void> {
    const renewing = setInterval(() => {
      // A renewal that fails costs no more than the claim: the answer is written once in any case.
      this.renew(turn.id).catch(() => undefined);
    }, RENEW_MS);
    try {
      await work();
    } finally {
      clearInterval(renewing);
      await this.release(turn.id);
    }
  }

  /** Puts the answer into the outbox. Answers false when the turn had been finished before: nothing is written then. */
  async answer(turn: ClaimedTurn, { texts, draft }: TurnAnswer): Promise<boolean> {
    const put = await this.transactions.run(async (manager) => {
      if (!(await this.finish(manager, turn.id, 'answered', null))) return undefined;
      return this.outbox.put(manager, { chatId: turn.chatId, turnId: turn.id, texts, origin: 'reply', draft });
    });
    if (put?.accountId) this.bell.ring(put.accountId);
    return put !== undefined;
  }

  /** Finishes a turn without an answer and records why. */
  async silence(turnId: string, reason: string): Promise<void> {
    await this.transactions.run((manager) => this.finish(manager, turnId, 'silent', reason));
  }

  /** The chats in which turns of an agent have waited since before `olderThan` with nobody at work on them. */
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

  private async renew(turnId: string): Promise<void> {
    await this.transactions.run((manager) =>
      manager.query(`UPDATE turns SET claimed_until = $2 WHERE id = $1 AND state = 'pending'`, [
        turnId,
        new Date(this.clock.now().getTime() + CLAIM_MS),
      ]),
    );
  }

  private async release(turnId: string): Promise<void> {
    await this.transactions.run((manager) =>
      manager.query(`UPDATE turns SET claimed_until = NULL WHERE id = $1 AND state = 'pending'`, [turnId]),
    );
  }

  private async finish(
    manager: EntityManager,
    turnId: string,
    state: 'answered' | 'silent',
    reason: string | null,
  ): Promise<boolean> {
    const result: [unknown[], number] = await manager.query(
      `UPDATE turns SET state = $2, reason = $3, finished_at = $4, claimed_until = NULL
       WHERE id = $1 AND state = 'pending' RETURNING id`,
      [turnId, state, reason, this.clock.now()],
    );
    return result[1] > 0;
  }
}
