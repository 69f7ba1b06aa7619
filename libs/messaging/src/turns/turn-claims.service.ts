import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';

import type { ClaimedTurn } from './claimed-turn.js';
import { MOST_REMAKES, REMAKE_WITHIN_MS } from './remake-policy.js';
import { TurnWatch } from './turn-watch.service.js';

/** A claim that is not renewed for so long has outlived its worker, and is given to another. */
const CLAIM_MS = 10_000;
const RENEW_MS = 3_000;

export interface NeglectedChat {
  readonly agent: string;
  readonly chatId: string;
}

/** Who works on which turn, and for how long. Each step is one statement, prepared: every answer takes several of them. */
@Injectable()
export class TurnClaims {
  constructor(
    private readonly statements: Statements,
    private readonly watch: TurnWatch,
    private readonly clock: Clock,
  ) {}

  async claim(agent: string, chatId: string): Promise<ClaimedTurn | undefined> {
    const [row] = await this.statements.run<ClaimedRow>(CLAIM, [
      chatId,
      agent,
      this.inMs(CLAIM_MS),
      this.clock.now(),
      MOST_REMAKES,
      this.inMs(-REMAKE_WITHIN_MS),
    ]);
    if (!row) return undefined;
    const { created_at: createdAt, ...turn } = row;
    return { ...turn, chatId, createdAt };
  }

  async during<T>(turn: ClaimedTurn, work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    const renewing = setInterval(() => {
      // A renewal that fails costs no more than the claim: the answer is written once in any case.
      this.postpone(turn, CLAIM_MS).catch(() => undefined);
    }, RENEW_MS);
    try {
      return await this.watch.during(turn, work);
    } finally {
      clearInterval(renewing);
    }
  }

  async postpone({ id, attempts }: ClaimedTurn, delayMs: number): Promise<void> {
    await this.statements.run(POSTPONE, [id, attempts, this.inMs(delayMs)]);
  }

  /** With a manager in its transaction. */
  async release({ id, attempts }: ClaimedTurn, manager?: EntityManager): Promise<void> {
    if (manager) await manager.query(RELEASE.text, [id, attempts]);
    else await this.statements.run(RELEASE, [id, attempts]);
  }

  async neglected(olderThan: Date): Promise<readonly NeglectedChat[]> {
    return this.statements.run<NeglectedChat>(NEGLECTED, [olderThan, this.clock.now()]);
  }

  private inMs(delayMs: number): Date {
    return new Date(this.clock.now().getTime() + delayMs);
  }
}

/**
 * Only the oldest turn of a chat may be taken: the next one's answer builds on this one's. What must be looked at waits for none of them.
 * Not while something waits that is going to join it: the answer would be out of date before it is made.
 */
const CLAIM: Statement = {
  name: 'turns.claim',
  text: `
UPDATE turns SET attempts = attempts + 1, claimed_until = $3
FROM chats
WHERE turns.id = (SELECT id FROM turns WHERE chat_id = $1 AND state = 'pending' ORDER BY duty IS NULL, position LIMIT 1 FOR UPDATE)
  AND chats.id = $1 AND agent = $2 AND state = 'pending' AND (claimed_until IS NULL OR claimed_until <= $4)
  AND NOT (chats.kind = 'direct' AND chats.turn_due_at IS NOT NULL AND duty IS NULL AND revision < $5 AND turns.created_at > $6)
RETURNING turns.id, attempts, revision, duty, reason, turns.created_at`,
};

const POSTPONE: Statement = {
  name: 'turns.postpone',
  text: `UPDATE turns SET claimed_until = $3 WHERE id = $1 AND attempts = $2 AND state = 'pending' AND claimed_until IS NOT NULL`,
};

const RELEASE: Statement = {
  name: 'turns.release',
  text: `UPDATE turns SET claimed_until = NULL WHERE id = $1 AND attempts = $2 AND state = 'pending'`,
};

const NEGLECTED: Statement = {
  name: 'turns.neglected',
  text: `
SELECT DISTINCT agent, chat_id AS "chatId" FROM turns
WHERE state = 'pending' AND created_at < $1 AND (claimed_until IS NULL OR claimed_until <= $2) LIMIT 500`,
};

interface ClaimedRow extends Pick<ClaimedTurn, 'id' | 'attempts' | 'revision' | 'duty' | 'reason'> {
  readonly created_at: Date;
}
