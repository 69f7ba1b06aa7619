import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { GroupPolicies } from '../groups/group-policies.service.js';
import { rotatedMood, type GroupMood } from '../groups/rotated-mood.js';
import { MemberIds } from '../observing/member-ids.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';

/** Moods as they are, where the row says which they were. */
@Injectable()
export class CurrentMoods {
  constructor(
    private readonly policies: GroupPolicies,
    private readonly ids: MemberIds,
  ) {}

  /** In the transaction of `manager`. */
  async of(manager: EntityManager, group: AutonomyGroupEntity, now: Date): Promise<GroupMood> {
    const { settings } = await this.policies.of(group, now, manager);
    const { mood, moodUntil, moodFrozen } = group;
    return rotatedMood({ mood, moodUntil, moodFrozen }, settings.utcOffset, this.ids.seedOf(group.chatId), now);
  }
}
