import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Clock } from '#kernel';

import './autonomy.task.js';

/** Those that have waited longest first; the others come a minute later. */
const MOST = 2_000;

/** Calls for a look at the groups whose time has come, and where somebody came or went: no message tells of that. */
@Injectable()
export class DueGroups {
  constructor(
    private readonly dataSource: DataSource,
    private readonly router: AgentRouter,
    private readonly clock: Clock,
  ) {}

  async call(): Promise<number> {
    const due = await this.dataSource.query<{ chatId: string }[]>(DUE_SQL, [this.clock.now(), MOST]);
    if (due.length === 0) return 0;
    const entries = due.map(({ chatId }) => ({ payload: { chatId, trigger: 'tick' } as const }));
    await this.router.dispatchMany('autonomy.look', entries);
    return due.length;
  }
}

/** Somebody who came or went longer ago than this was there when the group was looked at for its own sake. */
const DUE_SQL = `
(SELECT chat_id AS "chatId" FROM autonomy_groups WHERE next_check_at <= $1 ORDER BY next_check_at LIMIT $2)
UNION
SELECT autonomy_groups.chat_id FROM chat_members JOIN autonomy_groups USING (chat_id)
WHERE chat_members.changed_at > $1::timestamptz - interval '5 minutes' AND chat_members.changed_at <= $1 AND chat_members.changed_at > events_at
LIMIT $2`;
