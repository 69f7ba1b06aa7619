import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { notAGroup } from '../groups/autonomy.errors.js';
import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { ensureGroup } from '../store/ensure-group.js';
import { lockGroup } from '../store/lock-group.js';
import { AutonomyAudit } from './autonomy-audit.service.js';
import { ChangedGroups } from './changed-groups.service.js';
import { changedGroup, type GroupSettingsRow } from './changed-group.js';
import { CurrentMoods } from './current-moods.service.js';
import type { GroupChange } from './group-change.js';

/** Changes what an operator may change of a group. */
@Injectable()
export class GroupSettings {
  constructor(
    private readonly transactions: Transactions,
    private readonly moods: CurrentMoods,
    private readonly audit: AutonomyAudit,
    private readonly changed: ChangedGroups,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds from now on: what was decided before and waits is not said, or is taken back where the group is switched off or muted.
   * @throws AppError `autonomy.not-a-group`, `autonomy.mood-frozen`
   */
  async change(chatId: string, change: GroupChange, principal: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const now = this.clock.now();
      const before = await this.lock(manager, chatId, now);
      const after = changedGroup(before, change, now);
      await manager.update(
        AutonomyGroupEntity,
        { chatId },
        { ...after, nextCheckAt: now, changedAt: now, changedBy: principal },
      );
      if (change.quietUntil !== undefined) await manager.query(QUIET_SQL, [chatId, change.quietUntil, now]);
      await this.audit.note(manager, { principal, action: 'group.changed', subject: chatId, detail: detailOf(change) });
      await this.changed.takeBack(manager, chatId, after);
      this.transactions.afterCommit(manager, () => this.changed.tell(chatId, after, change));
    });
  }

  /** The chat before the group, as everywhere: whoever hands words over waits for this, or this for them. */
  private async lock(manager: EntityManager, chatId: string, now: Date): Promise<GroupSettingsRow> {
    await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [chatId]);
    const row = (await ensureGroup(manager, chatId, now)) ? await lockGroup(manager, chatId) : null;
    if (!row) throw notAGroup();
    return { ...settingsOf(row), ...(await this.moods.of(manager, row, now)) };
  }
}

const QUIET_SQL = 'UPDATE chats SET quiet_until = $2, quiet_at = $3 WHERE id = $1';

function settingsOf(row: AutonomyGroupEntity): GroupSettingsRow {
  const { engine, muted, actionsPerHour, actionsPerDay, answersAtOnce, answersPerHour, zone, interests } = row;
  const { bots, sharePattern, mood, moodUntil, moodFrozen, moodProfiles } = row;
  return {
    ...{ engine, muted, actionsPerHour, actionsPerDay, answersAtOnce, answersPerHour, zone, interests, bots },
    ...{ sharePattern, mood, moodUntil, moodFrozen, moodProfiles },
  };
}

/** Of lists their lengths: what a group likes to talk about is nobody's but the group's. */
function detailOf(change: GroupChange): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]: [string, unknown]) => [snake(field), Array.isArray(value) ? value.length : value]),
  );
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
