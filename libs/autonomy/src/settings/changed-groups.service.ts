import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AgentRouter } from '#agents';
import { AutonomyConfig } from '#config';
import { OutboxDesk } from '#messaging';

import '../acting/autonomy.task.js';
import { AutonomyEvents } from '../events/autonomy-events.service.js';
import { moodOf } from '../groups/mood-of.js';
import type { GroupSettingsRow } from './changed-group.js';
import type { GroupChange } from './group-change.js';

/** What follows on a change of a group. */
@Injectable()
export class ChangedGroups {
  constructor(
    private readonly outbox: OutboxDesk,
    private readonly router: AgentRouter,
    private readonly events: AutonomyEvents,
    private readonly config: AutonomyConfig,
  ) {}

  /** Takes back what waits to be said unasked where nothing is to be said any more. In the transaction of the change. */
  async takeBack(manager: EntityManager, chatId: string, { engine, muted }: GroupSettingsRow): Promise<void> {
    const off = (engine ?? this.config.engine) === 'off';
    if (!off && !muted) return;
    const waiting: { id: string }[] = await manager.query(WAITING_SQL, [chatId]);
    const reason = off ? 'autonomy-off' : 'group-muted';
    await this.outbox.withdraw(
      waiting.map(({ id }) => ({ id, reason })),
      manager,
    );
  }

  /** After the commit. The group is looked at soon, so that its list of decisions shows what the change comes to. */
  async tell(chatId: string, group: GroupSettingsRow, change: GroupChange): Promise<void> {
    const { quietUntil, mood, moodFrozen, moodUntil, profile, ...settings } = change;
    if (isSaid(settings)) {
      this.events.settings({ chatId, engine: group.engine ?? this.config.engine, muted: group.muted });
    }
    if (isSaid({ mood, moodFrozen, moodUntil, profile })) {
      this.events.mood({ ...group, chatId, mood: moodOf(group.mood, group.moodProfiles) });
    }
    // The look below tells of it, as of a silence that the group has asked for.
    if (quietUntil !== undefined && !this.config.enabled) this.events.silenced(chatId, quietUntil);
    if (this.config.enabled) await this.router.dispatch('autonomy.look', { chatId, trigger: 'operator' });
  }
}

function isSaid(part: object): boolean {
  return Object.values(part).some((value) => value !== undefined);
}

/** What the hand-over has put there: see `GroupActs`. */
const WAITING_SQL = `
SELECT id FROM outbox WHERE chat_id = $1 AND state = 'queued' AND origin = 'proactive' AND idempotency_key LIKE 'autonomy:%'`;
