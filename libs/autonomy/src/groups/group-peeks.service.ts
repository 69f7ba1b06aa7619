import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { ChatReader } from '#messaging';

import { decide } from '../engine/decide.js';
import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { unseenGroup } from '../store/unseen-group.js';

import { notAGroup } from './autonomy.errors.js';
import { obstacleIn } from './decide-in-group.js';
import type { EngineName } from './engine-name.js';
import { GroupNames } from './group-names.service.js';
import { GroupObserver } from './group-observer.service.js';
import type { GroupView } from './group-view.js';
import type { ObservedGroup } from './observed-group.js';

/** Shows a group as it is now, and writes nothing. */
@Injectable()
export class GroupPeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly chats: ChatReader,
    private readonly names: GroupNames,
    private readonly observer: GroupObserver,
    private readonly clock: Clock,
  ) {}

  /**
   * What is new there is taken into a copy. With `engine`, as if that one were set for the group.
   * @throws AppError `chat.not-found`, `autonomy.not-a-group`
   */
  async peek(chatId: string, engine?: EngineName): Promise<GroupView> {
    const chat = await this.chats.find(chatId);
    const now = this.clock.now();
    const { manager } = this.dataSource;
    const stored = await manager.findOneBy(AutonomyGroupEntity, { chatId: chat.id });
    // Whoever answers in a chat is chosen when that is first asked for; that is not to happen here.
    const names = stored ? await this.names.of(chat.id) : [];
    const group = stored ?? unseenGroup(chat.id, now);
    const asked = engine === undefined ? group : { ...group, engine };
    const observed = await this.observer.observe(manager, asked, names, now);
    if (!observed) throw notAGroup();
    return viewOf(observed, group.engine, now);
  }
}

function viewOf(observed: ObservedGroup, ownEngine: EngineName | null, now: Date): GroupView {
  const { group, chat, policy, state, mood, rotated } = observed;
  const decision = decide(state, mood, policy.settings, Math.floor(now.getTime() / 1_000));
  return {
    ...{ chatId: group.chatId, accountId: chat.accountId, externalId: chat.externalId, title: chat.title },
    ...{ engine: policy.engine, ownEngine, muted: group.muted, settings: policy.settings, zone: policy.zone },
    ...{ interests: group.interests, bots: group.bots, sharePattern: group.sharePattern },
    ...{ mood, moodUntil: rotated.moodUntil, moodFrozen: rotated.moodFrozen, state },
    ...{ nextCheckAt: group.nextCheckAt, quietUntil: chat.quietUntil },
    obstacle: obstacleIn(observed, decision, now),
  };
}
