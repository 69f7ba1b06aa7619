import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { mayAnswer } from '../engine/may-answer.js';
import { GroupState } from '../engine/group-state.js';
import { track } from '../engine/track.js';
import { GroupNames } from '../groups/group-names.service.js';
import { GroupPolicies } from '../groups/group-policies.service.js';
import { KnownGroups } from '../groups/known-groups.service.js';
import { isAddressedByName } from '../observing/addressed-by-name.js';
import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';

/** What decides who is answered in one group. */
export interface GroupAnswering {
  /** Nothing is said in it, asked or not. */
  readonly muted: boolean;
  /** More was answered lately than a conversation of people needs. */
  readonly tooMany: boolean;
  /** Whether a text calls whoever answers here by name. */
  isAddressed(text: string): boolean;
  /** Whether the operator knows a contact to be a program. */
  isBot(senderId: string | null): boolean;
}

/** Who is answered in a group, as the engine and its operator have it. */
@Injectable()
export class GroupAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly groups: KnownGroups,
    private readonly names: GroupNames,
    private readonly policies: GroupPolicies,
  ) {}

  /** Null where the chat is no group. Not to be asked for within a transaction. */
  async of(chatId: string, now: Date): Promise<GroupAnswering | null> {
    if (!(await this.groups.has(chatId))) return null;
    const names = await this.names.of(chatId);
    const isAddressed = (text: string): boolean => isAddressedByName(text, names);
    const group = await this.dataSource.manager.findOneBy(AutonomyGroupEntity, { chatId });
    if (!group) return { muted: false, tooMany: false, isAddressed, isBot: () => false };
    return {
      muted: group.muted,
      tooMany: await this.isTooMuch(group, now),
      isAddressed,
      isBot: (senderId) => senderId !== null && group.bots.includes(senderId),
    };
  }

  private async isTooMuch(group: AutonomyGroupEntity, now: Date): Promise<boolean> {
    if (!group.state) return false;
    const { settings } = await this.policies.of(group, now);
    const state = GroupState.restored(group.state);
    const at = Math.floor(now.getTime() / 1_000);
    const underWay = await this.dataSource.query<{ at: Date }[]>(UNDER_WAY_SQL, [group.chatId, group.seenAt, MOST]);
    // Each at its own time: where nobody looks at groups any more, those of last week count as little as they would have.
    for (const turn of underWay) {
      track(state, { kind: 'own', action: null, at: Math.floor(turn.at.getTime() / 1_000) }, settings);
    }
    return mayAnswer(state, { kind: 'message', member: 1, toUs: true, at }, settings, at) === 'too-many-answers';
  }
}

/** More than any pace allows. */
const MOST = 1_000;

/** Answers that were decided since the group was looked at: the engine has not heard of them. The last ones, in their order. */
const UNDER_WAY_SQL = `
SELECT at FROM (
  SELECT created_at AS at FROM turns WHERE chat_id = $1 AND created_at > $2 AND state <> 'silent' AND duty IS NULL
  ORDER BY created_at DESC LIMIT $3
) AS last ORDER BY at`;
