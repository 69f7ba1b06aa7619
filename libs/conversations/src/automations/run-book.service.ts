import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import type { ActionOutcome, RunState } from './automation-run.entity.js';

/** For so long a run belongs to the worker that took it; its actions are short. */
const CLAIM_MS = 60_000;
/** After the first failed try; doubles with each further one. */
const BACKOFF_MS = 30_000;
export const MOST_TRIES = 5;
/** What something keeps from being done is tried again after that: a little before the sweep of every minute. */
const WAIT_MS = 45_000;

/** What a worker took. */
export interface ClaimedRun {
  readonly id: string;
  readonly automationId: string;
  readonly messageId: string;
  /** Where the message is now; where it was, when it is gone. */
  readonly chatId: string;
  /** Whether the chat is there at all. */
  readonly chatExists: boolean;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly outcomes: readonly ActionOutcome[];
}

/** Which runs wait, who works on them, and how they ended. */
@Injectable()
export class RunBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes the next run that waits in a chat; undefined when there is none, or another worker has it. */
  async claim(chatId: string): Promise<ClaimedRun | undefined> {
    const now = this.clock.now();
    const [rows]: [ClaimedRun[], number] = await this.dataSource.query(CLAIM_SQL, [
      chatId,
      now,
      new Date(now.getTime() + CLAIM_MS),
    ]);
    return rows[0];
  }

  /** Notes what is done already, so that a crash does not do it again. */
  async note(runId: string, outcomes: readonly ActionOutcome[]): Promise<void> {
    await this.dataSource.query('UPDATE automation_runs SET outcomes = $2 WHERE id = $1', [
      runId,
      JSON.stringify(outcomes),
    ]);
  }

  async end(runId: string, state: RunState): Promise<void> {
    await this.dataSource.query(
      'UPDATE automation_runs SET state = $2, finished_at = $3, claimed_until = NULL WHERE id = $1',
      [runId, state, this.clock.now()],
    );
  }

  /** Something failed that may succeed later: it is tried again after a while, and given up after five tries. */
  async retry({ id, attempts }: ClaimedRun): Promise<void> {
    if (attempts >= MOST_TRIES) return this.end(id, 'failed');
    const until = new Date(this.clock.now().getTime() + BACKOFF_MS * 2 ** (attempts - 1));
    await this.dataSource.query('UPDATE automation_runs SET claimed_until = $2 WHERE id = $1', [id, until]);
  }

  /** What waits is no failed try, unless it stands beside one. */
  async wait({ id }: ClaimedRun, { isTry }: { readonly isTry: boolean }): Promise<void> {
    await this.dataSource.query(
      'UPDATE automation_runs SET claimed_until = $2, attempts = attempts - $3 WHERE id = $1',
      [id, new Date(this.clock.now().getTime() + WAIT_MS), isTry ? 0 : 1],
    );
  }

  /** Chats in which something waits that nobody works on. */
  async neglected(limit: number): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ chat_id: string }[]>(
      `SELECT DISTINCT chat_id FROM automation_runs
       WHERE state = 'waiting' AND (claimed_until IS NULL OR claimed_until <= $1) LIMIT $2`,
      [this.clock.now(), limit],
    );
    return rows.map((row) => row.chat_id);
  }
}

const CLAIM_SQL = `
UPDATE automation_runs AS run SET claimed_until = $3, attempts = attempts + 1
FROM (
  SELECT waiting.id, coalesce(messages.chat_id, waiting.chat_id) AS place FROM automation_runs AS waiting
  LEFT JOIN messages ON messages.id = waiting.message_id
  WHERE waiting.chat_id = $1 AND state = 'waiting' AND (claimed_until IS NULL OR claimed_until <= $2)
  ORDER BY waiting.id LIMIT 1 FOR UPDATE OF waiting SKIP LOCKED
) AS next
WHERE run.id = next.id
RETURNING run.id, automation_id AS "automationId", message_id AS "messageId", next.place AS "chatId",
  EXISTS (SELECT 1 FROM chats WHERE chats.id = next.place) AS "chatExists", attempts,
  run.created_at AS "createdAt", outcomes`;
