import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, idAt, timeOfId } from '#kernel';

import { ActiveAutomations } from './active-automations.service.js';
import { needsLabels, waitsForSilence } from './automation.js';
import { AutomationJudge } from './automation-judge.service.js';
import type { ActiveAutomation } from './automation-view.js';
import { insertRuns } from './insert-runs.js';

const BATCH = 50;
/**
 * A message is visible to others a moment after its id was made: the statement that stores it, its locks and its retries lie
 * between. So far is looked back beyond the last one that was seen.
 */
export const OVERLAP_MS = 10 * 60_000;

export interface ObserveOptions {
  readonly signal?: AbortSignal;
  readonly onFound?: () => Promise<void>;
}

/** Looks at what contacts wrote, once, and notes which automations it concerns. */
@Injectable()
export class ChatObserver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly active: ActiveAutomations,
    private readonly judge: AutomationJudge,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything in the chat that was not looked at yet. What waits for labels is left for the next look. `onFound` is called when there is something to do while labels are still to
   * be asked for: a word that pauses a chat must not wait for a model.
   */
  async observe(chatId: string, { signal, onFound }: ObserveOptions = {}): Promise<void> {
    const waiting: string[] = [];
    for (;;) {
      signal?.throwIfAborted();
      const ids = await this.unobserved(chatId, waiting);
      if (ids.length === 0) return;
      // Read after the messages: what is switched on before a message was stored is seen here.
      const automations = (await this.active.all()).filter(({ when }) => !waitsForSilence(when));
      const [slow, quick] = [automations.filter(asksForLabels), automations.filter((one) => !asksForLabels(one))];
      const { found } = await this.judge.judge(ids, quick);
      if (found.length > 0 && slow.length > 0 && onFound) {
        await this.transactions.run((manager) => insertRuns(manager, found, this.clock.now()));
        await onFound();
      }
      const later = await this.judge.judge(ids, slow);
      waiting.push(...later.waiting);
      const now = this.clock.now();
      await this.transactions.run(async (manager) => {
        await insertRuns(manager, [...found, ...later.found], now);
        await settle(manager, chatId, { ids, waiting }, now);
      });
    }
  }

  private async unobserved(chatId: string, waiting: readonly string[]): Promise<string[]> {
    const since = await this.active.since();
    if (!since) return [];
    const [seen] = await this.dataSource.query<SeenRow[]>(SEEN_SQL, [chatId]);
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT messages.id FROM messages WHERE chat_id = $1 AND messages.id > $2 AND NOT messages.id = ANY($3::uuid[])
         AND stored_at >= $4 AND ${OBSERVED_SQL} ORDER BY messages.id LIMIT $5`,
      [
        ...[chatId, seen?.settled_id ?? idAt(new Date(since.getTime() - OVERLAP_MS))],
        ...[[...(seen?.recent_ids ?? []), ...waiting], since, BATCH],
      ],
    );
    return rows.map(({ id }) => id);
  }
}

function asksForLabels({ when, actions }: ActiveAutomation): boolean {
  return needsLabels(when, actions);
}

/** What is looked at: what contacts wrote, as it came. */
export const OBSERVED_SQL = `author = 'contact' AND revoked_at IS NULL AND route_reason IS DISTINCT FROM 'history'`;

interface SeenRow {
  readonly settled_id: string;
  readonly recent_ids: string[];
}

const SEEN_SQL = 'SELECT settled_id, recent_ids FROM chat_observations WHERE chat_id = $1';

interface Looked {
  readonly ids: readonly string[];
  /** Those, of these and of the ones before, that must be looked at again. */
  readonly waiting: readonly string[];
}

/** Notes that these were looked at, beside those that were before. What waits is never left behind. */
async function settle(manager: EntityManager, chatId: string, { ids, waiting }: Looked, now: Date): Promise<void> {
  const [seen]: SeenRow[] = await manager.query(`${SEEN_SQL} FOR UPDATE`, [chatId]);
  const recent = [...new Set([...(seen?.recent_ids ?? []), ...ids.filter((id) => !waiting.includes(id))])].toSorted();
  const last = recent.at(-1);
  if (last === undefined) return;
  const oldest = Math.min(timeOfId(last).getTime() - OVERLAP_MS, ...waiting.map((id) => timeOfId(id).getTime()));
  const edge = idAt(new Date(oldest));
  const settled = seen && seen.settled_id > edge ? seen.settled_id : edge;
  await manager.query(
    `INSERT INTO chat_observations (chat_id, settled_id, recent_ids, observed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (chat_id) DO UPDATE SET
       settled_id = excluded.settled_id, recent_ids = excluded.recent_ids, observed_at = excluded.observed_at`,
    [chatId, settled, recent.filter((id) => id > settled), now],
  );
}
