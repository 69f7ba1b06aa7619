import type { AutonomySettings } from '../src/engine/autonomy-settings.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../src/engine/autonomy-settings.js';
import { GroupState } from '../src/engine/group-state.js';
import type { ChatFacts } from '../src/groups/chat-facts.service.js';
import type { EngineName } from '../src/groups/engine-name.js';
import type { ObservedGroup } from '../src/groups/observed-group.js';
import { MOODS } from '../src/moods/moods.js';
import type { AutonomyGroupEntity } from '../src/store/autonomy-group.entity.js';
import { unseenGroup } from '../src/store/unseen-group.js';

export interface ObservedGiven {
  readonly engine?: EngineName;
  readonly state?: GroupState;
  readonly settings?: Partial<AutonomySettings>;
  readonly chat?: Partial<ChatFacts>;
  readonly group?: Partial<AutonomyGroupEntity>;
  readonly addressed?: boolean;
}

/** A bubbly group that nothing keeps from being spoken in, seen for the first time at `now`, but for what is given. */
export function newObservedGroup(now: Date, given: ObservedGiven = {}): ObservedGroup {
  const group = Object.assign(unseenGroup('018f0000-0000-7000-8000-00000000000a', now), given.group);
  const chat: ChatFacts = {
    ...{ accountId: '018f0000-0000-7000-8000-00000000000b', externalId: '1203630@g.us', title: 'Lunch' },
    ...{ optedOutAt: null, allowed: true, replyMode: 'auto', takenOverUntil: null, archivedAt: null },
    ...{ quietUntil: null, accountReady: true, answering: false },
    ...given.chat,
  };
  const { moodUntil, seenAt, seenId, eventsAt } = group;
  return {
    ...{ group, chat, state: given.state ?? GroupState.empty(), mood: MOODS.bubbly },
    policy: {
      ...{ enabled: true, engine: given.engine ?? 'v2', zone: 'UTC', quietHours: '23:00-08:00' },
      settings: { ...DEFAULT_AUTONOMY_SETTINGS, ...given.settings },
    },
    rotated: { mood: 'bubbly', moodUntil, moodFrozen: false },
    ...{ addressed: given.addressed ?? false, silenced: undefined, seenAt, seenId, eventsAt, events: 0, more: false },
  };
}
