import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { AutonomySettings } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import { FIELD } from '../engine/state-layout.js';
import { track } from '../engine/track.js';
import { GroupNews, type NewsPage } from '../observing/group-news.service.js';
import { MemberIds } from '../observing/member-ids.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { ChatFactsReader } from './chat-facts.service.js';
import { GroupPolicies } from './group-policies.service.js';
import { moodOf } from './mood-of.js';
import type { ObservedGroup } from './observed-group.js';
import { rotatedMood } from './rotated-mood.js';

/** After a long time without a look the rest is for the next one. */
const MOST_PAGES = 20;

/** Takes in what happened in a group. */
@Injectable()
export class GroupObserver {
  constructor(
    private readonly chats: ChatFactsReader,
    private readonly policies: GroupPolicies,
    private readonly news: GroupNews,
    private readonly members: MemberIds,
  ) {}

  /**
   * The group as it is by now, from its row, which the caller holds locked where it means to store what comes of it. `names`: by what people
   * call us there. Writes nothing; null where there is no such group any more.
   */
  async observe(
    manager: EntityManager,
    group: AutonomyGroupEntity,
    names: readonly string[],
    now: Date,
  ): Promise<ObservedGroup | null> {
    const chat = await this.chats.read(manager, group.chatId, now);
    if (!chat) return null;
    const policy = await this.policies.of(group, now, manager);
    const state = group.state ? GroupState.restored(group.state) : GroupState.empty();
    const rotated = rotatedMood(group, policy.settings.utcOffset, this.members.seedOf(group.chatId), now);
    const place = { chatId: group.chatId, accountId: chat.accountId, names, bots: group.bots };
    const taken = await this.takeIn(manager, state, { ...place, ...cursorOf(group) }, policy.settings, now);
    const silenced = takeInSilence(state, chat.quietUntil, policy.settings, now);
    return { group, chat, policy, state, rotated, mood: moodOf(rotated.mood, group.moodProfiles), silenced, ...taken };
  }

  private async takeIn(
    manager: EntityManager,
    state: GroupState,
    place: Parameters<GroupNews['read']>[1],
    settings: AutonomySettings,
    now: Date,
  ): Promise<Cursor & Pick<ObservedGroup, 'addressed' | 'events' | 'more'>> {
    let page: NewsPage = { ...cursorOf(place), events: [], full: true };
    let addressed = false;
    let events = 0;
    for (let pages = 0; pages < MOST_PAGES && page.full; pages += 1) {
      page = await this.news.read(manager, { ...place, ...cursorOf(page) }, now);
      for (const event of page.events) {
        track(state, event, settings);
        addressed ||= event.kind === 'message' && event.toUs === true && event.fromBot !== true;
      }
      events += page.events.length;
    }
    return { ...cursorOf(page), addressed, events, more: page.full };
  }
}

interface Cursor {
  readonly seenAt: Date;
  readonly seenId: string;
  readonly eventsAt: Date;
}

function cursorOf({ seenAt, seenId, eventsAt }: Cursor): Cursor {
  return { seenAt, seenId, eventsAt };
}

/** The chat knows of the silence that holds; the engine is told when that has changed. */
function takeInSilence(
  state: GroupState,
  quietUntil: Date | null,
  settings: AutonomySettings,
  now: Date,
): Date | null | undefined {
  const until = quietUntil === null ? 0 : Math.ceil(quietUntil.getTime() / 1_000);
  if (state.read(FIELD.silentUntil) === until) return undefined;
  track(state, { kind: 'silence', until, at: Math.floor(now.getTime() / 1_000) }, settings);
  return quietUntil;
}
