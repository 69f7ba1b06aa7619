import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Clock, idAt, timeOfId } from '#kernel';

import { ActiveAutomations } from './active-automations.service.js';
import './automation.task.js';
import { OBSERVED_SQL, OVERLAP_MS } from './chat-observer.service.js';
import { RunBook } from './run-book.service.js';

const BATCH = 500;
/** A message that cannot be looked at is not looked for any longer than that. */
const GIVEN_UP_MS = 7 * 24 * 3_600_000;
const MARK = 'messages';

/** Finds what a lost job or a dead worker left: messages that nobody looked at, and work that nobody does. */
@Injectable()
export class AutomationSweeps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly active: ActiveAutomations,
    private readonly runs: RunBook,
    private readonly router: AgentRouter,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const since = await this.active.since();
    const unseen = since ? await this.unseen(since) : [];
    const chatIds = new Set([...unseen.map(({ chat_id }) => chat_id), ...(await this.runs.neglected(BATCH))]);
    await this.router.dispatchMany(
      'conversation.observe',
      [...chatIds].map((chatId) => ({ payload: { chatId } })),
    );
    if (since) await this.markFrom(unseen);
  }

  /** The oldest message of each chat that nobody looked at. */
  private async unseen(since: Date): Promise<readonly UnseenRow[]> {
    const [mark] = await this.dataSource.query<{ at: Date }[]>('SELECT at FROM automation_marks WHERE name = $1', [
      MARK,
    ]);
    const from = new Date(Math.max((mark?.at ?? since).getTime(), since.getTime()) - OVERLAP_MS);
    return this.dataSource.query<UnseenRow[]>(UNSEEN_SQL, [idAt(from), since, BATCH]);
  }

  /** From where the next sweep looks: the oldest that this one found, lest its job is lost, too. */
  private async markFrom(unseen: readonly UnseenRow[]): Promise<void> {
    const now = this.clock.now().getTime();
    const oldest = Math.min(now, ...unseen.map(({ first_id }) => timeOfId(first_id).getTime()));
    await this.dataSource.query(
      `INSERT INTO automation_marks (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
      [MARK, new Date(Math.max(oldest, now - GIVEN_UP_MS))],
    );
  }
}

interface UnseenRow {
  readonly chat_id: string;
  readonly first_id: string;
}

const UNSEEN_SQL = `
SELECT messages.chat_id, min(messages.id::text) AS first_id FROM messages
LEFT JOIN chat_observations AS observed ON observed.chat_id = messages.chat_id
WHERE messages.id > $1 AND stored_at >= $2 AND ${OBSERVED_SQL}
  AND (observed.chat_id IS NULL OR messages.id > observed.settled_id AND NOT messages.id = ANY(observed.recent_ids))
GROUP BY messages.chat_id ORDER BY first_id LIMIT $3`;
