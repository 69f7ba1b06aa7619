import type { AutonomyGroupEntity, MoodEdits } from '../store/autonomy-group.entity.js';
import type { GroupChange } from './group-change.js';
import { frozenWithoutEnd } from './settings.errors.js';

/** The shortest that a mood lasts which comes by itself. */
const MOOD_MS = 3_600_000;

const PLAIN = [
  'engine',
  'muted',
  'actionsPerHour',
  'actionsPerDay',
  'answersAtOnce',
  'answersPerHour',
  'zone',
  'interests',
  'bots',
  'sharePattern',
] as const;

/** What stands in a group's row because an operator said so, or may say otherwise. */
export type GroupSettingsRow = Pick<
  AutonomyGroupEntity,
  (typeof PLAIN)[number] | 'mood' | 'moodUntil' | 'moodFrozen' | 'moodProfiles'
>;

/**
 * The settings of a group after a change; its mood is the one it is in at `now`.
 * @throws AppError `autonomy.mood-frozen`
 */
export function changedGroup(before: GroupSettingsRow, change: GroupChange, now: Date): GroupSettingsRow {
  const plain = Object.fromEntries(PLAIN.map((field) => [field, change[field] ?? defaultOf(field, before, change)]));
  const moodProfiles = editedProfiles(before, change);
  return { ...before, ...plain, ...changedMood(before, change, now), moodProfiles };
}

/** What is not given stays, and null stands for the setting of the environment. */
function defaultOf(field: (typeof PLAIN)[number], before: GroupSettingsRow, change: GroupChange): unknown {
  return change[field] === undefined ? before[field] : null;
}

function changedMood(
  before: GroupSettingsRow,
  { mood, moodFrozen, moodUntil }: GroupChange,
  now: Date,
): Pick<GroupSettingsRow, 'mood' | 'moodFrozen' | 'moodUntil'> {
  const name = mood ?? before.mood;
  if (moodFrozen ?? before.moodFrozen) {
    if (moodUntil) throw frozenWithoutEnd();
    return { mood: name, moodFrozen: true, moodUntil: null };
  }
  const isNew = mood !== undefined || before.moodFrozen || moodUntil === null;
  const kept = isNew ? null : before.moodUntil;
  return { mood: name, moodFrozen: false, moodUntil: moodUntil ?? kept ?? new Date(now.getTime() + MOOD_MS) };
}

function editedProfiles(before: GroupSettingsRow, { mood, profile }: GroupChange): MoodEdits {
  if (profile === undefined) return before.moodProfiles;
  const name = mood ?? before.mood;
  const { [name]: edited, ...others } = before.moodProfiles;
  return profile === null ? others : { ...others, [name]: { ...edited, ...profile } };
}
