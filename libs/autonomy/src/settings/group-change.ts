import type { EngineName } from '../groups/engine-name.js';
import type { MoodName } from '../moods/moods.js';
import type { MoodEdits } from '../store/autonomy-group.entity.js';

/** What an operator changes in a group. What is left out stays; null goes back to the default. */
export interface GroupChange {
  readonly engine?: EngineName | null;
  readonly muted?: boolean;
  readonly actionsPerHour?: number | null;
  readonly actionsPerDay?: number | null;
  readonly answersAtOnce?: number | null;
  readonly answersPerHour?: number | null;
  /** IANA name. */
  readonly zone?: string | null;
  readonly interests?: readonly string[];
  /** Ids of contacts. */
  readonly bots?: readonly string[];
  readonly sharePattern?: boolean;
  /** Null: it may speak again. */
  readonly quietUntil?: Date | null;
  readonly mood?: MoodName;
  readonly moodFrozen?: boolean;
  /** Null: as long as a mood lasts that is set without an end. */
  readonly moodUntil?: Date | null;
  /** Edits the mood that is set, or the one it is in; null takes the edit away. */
  readonly profile?: MoodEdits[string] | null;
}
