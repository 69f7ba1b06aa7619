import type { GroupState } from '../engine/group-state.js';
import type { MoodProfile } from '../moods/mood-profile.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import type { ChatFacts } from './chat-facts.service.js';
import type { GroupPolicy } from './group-policies.service.js';
import type { GroupMood } from './rotated-mood.js';

/** A group with all that happened there until now taken in. What has changed of it has still to be stored. */
export interface ObservedGroup {
  /** As it is stored. */
  readonly group: AutonomyGroupEntity;
  readonly chat: ChatFacts;
  readonly policy: GroupPolicy;
  readonly state: GroupState;
  readonly rotated: GroupMood;
  readonly mood: MoodProfile;
  /** Somebody turned to us in what was new. */
  readonly addressed: boolean;
  /** What the group asked for since the last look; undefined: nothing, null: that it speaks again. */
  readonly silenced: Date | null | undefined;
  readonly seenAt: Date;
  readonly seenId: string;
  readonly eventsAt: Date;
  /** How many events were new. */
  readonly events: number;
  /** There is more than fits one look. */
  readonly more: boolean;
}
