import type { MoodProfile } from '../moods/mood-profile.js';
import { MOODS, type MoodName } from '../moods/moods.js';
import type { MoodEdits } from '../store/autonomy-group.entity.js';

export function isMood(name: string): name is MoodName {
  return Object.hasOwn(MOODS, name);
}

/** A mood as it is in a group whose operator has changed some. One that there is none of is the neutral one. */
export function moodOf(name: string, edits: MoodEdits): MoodProfile {
  const mood = MOODS[isMood(name) ? name : 'neutral'];
  return { ...mood, ...edits[mood.name] };
}
