import type { AutonomySettings } from '../engine/autonomy-settings.js';
import type { GroupState } from '../engine/group-state.js';
import type { MoodProfile } from '../moods/mood-profile.js';
import type { EngineName } from './engine-name.js';
import type { Obstacle } from './obstacle.js';

/** A group as it is at one moment, with all that a decision rests on. */
export interface GroupView {
  readonly chatId: string;
  readonly accountId: string;
  /** WhatsApp's id of the group. */
  readonly externalId: string;
  readonly title: string | null;
  /** The engine that decides here. */
  readonly engine: EngineName;
  /** What was set for this group; null follows `AUTONOMY_ENGINE`. */
  readonly ownEngine: EngineName | null;
  readonly muted: boolean;
  /** As the engine gets them. */
  readonly settings: AutonomySettings;
  /** IANA name. */
  readonly zone: string;
  readonly interests: readonly string[];
  /** Contacts of ours that are programs. */
  readonly bots: readonly string[];
  readonly sharePattern: boolean;
  /** With this group's edits. */
  readonly mood: MoodProfile;
  /** Null while it is frozen. */
  readonly moodUntil: Date | null;
  readonly moodFrozen: boolean;
  readonly state: GroupState;
  readonly nextCheckAt: Date;
  readonly quietUntil: Date | null;
  readonly obstacle: Obstacle | null;
}
