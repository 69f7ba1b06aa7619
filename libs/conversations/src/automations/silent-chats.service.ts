import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { ActiveAutomations } from './active-automations.service.js';
import { hoursOfSilence, waitsForSilence } from './automation.js';
import { AutomationJudge, PAST_MS } from './automation-judge.service.js';
import type { ActiveAutomation } from './automation-view.js';
import { OBSERVED_SQL } from './chat-observer.service.js';
import { insertRuns } from './insert-runs.js';

const HOUR_MS = 3_600_000;
const BATCH = 100;
/** What has waited for longer than that beyond its time was seen long ago, or is the past. */
const LATEST_MS = 30 * 24 * HOUR_MS;

/** Finds chats in which nobody answered for so long that an automation waits for it. */
@Injectable()
export class SilentChats {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly active: ActiveAutomations,
    private readonly judge: AutomationJudge,
    private readonly clock: Clock,
  ) {}

  /** Notes what is to be done about them. */
  async look(): Promise<void> {
    for (const automation of await this.active.all())
      if (waitsForSilence(automation.when)) await this.lookFor(automation);
  }

  private async lookFor(automation: ActiveAutomation): Promise<void> {
    const now = this.clock.now();
    const silentSince = now.getTime() - hoursOfSilence(automation.when) * HOUR_MS;
    const from = new Date(Math.max(automation.enabledAt.getTime() - PAST_MS, silentSince - LATEST_MS));
    let after: SilentRow | undefined;
    do {
      const rows: SilentRow[] = await this.dataSource.query(SILENT_SQL, [
        ...[automation.id, from, new Date(silentSince), automation.enabledAt, BATCH],
        ...[after?.last_message_at ?? null, after?.chat_id ?? null],
      ]);
      // Those that wait for labels have no run: the next look finds them again.
      const { found } = await this.judge.judge(
        rows.map(({ message_id }) => message_id),
        [automation],
      );
      await this.transactions.run((manager) => insertRuns(manager, found, now));
      after = rows.length === BATCH ? rows.at(-1) : undefined;
    } while (after);
  }
}

interface SilentRow {
  readonly chat_id: string;
  readonly last_message_at: Date;
  readonly message_id: string;
}

const SILENT_SQL = `
SELECT chats.id AS chat_id, last_message_at, last.id AS message_id FROM chats
CROSS JOIN LATERAL (
  SELECT * FROM messages WHERE chat_id = chats.id AND author <> 'system' AND ack IS DISTINCT FROM -1
  ORDER BY sent_at DESC, id DESC LIMIT 1
) AS last
WHERE last_message_at >= $2 AND archived_at IS NULL AND opted_out_at IS NULL AND chats.kind IN ('direct', 'group')
  AND last.sent_at <= $3 AND last.stored_at >= $4 AND ${OBSERVED_SQL}
  AND NOT EXISTS (SELECT 1 FROM automation_runs WHERE automation_id = $1 AND message_id = last.id)
  AND ($6::timestamptz IS NULL OR (last_message_at, chats.id) > ($6, $7::uuid))
ORDER BY last_message_at, chats.id LIMIT $5`;
