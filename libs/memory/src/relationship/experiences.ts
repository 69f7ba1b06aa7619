import type { Interaction } from './interaction.js';
import type { Standing } from './standing.js';
import { STAGES, type Stage } from './stage.js';

export type ExperienceKind = 'met' | 'nearer' | 'long-talk' | 'confided' | 'made-up' | 'reunion' | 'celebration';

/** Something that two have been through together. */
export interface Experience {
  readonly kind: ExperienceKind;
  /** The topic, or the stage that was reached; null when there is none. */
  readonly about: string | null;
  readonly at: Date;
}

const KEPT = 20;
const DAY_MS = 86_400_000;
const LONG_TALK = 25;
const REUNION_AFTER_DAYS = 30;
const MADE_UP_WITHIN_DAYS = 14;
/** In hostile messages. */
const HURT = 1;
/** The same again is no new experience so soon, in days. */
const APART_DAYS: Readonly<Record<ExperienceKind, number>> = {
  met: Infinity,
  nearer: 0,
  'long-talk': 7,
  confided: 14,
  'made-up': 14,
  reunion: 30,
  celebration: 30,
};
/** The firsts and the turns are kept longest. */
const LASTING: readonly ExperienceKind[] = ['met', 'nearer', 'reunion', 'made-up'];

/** The experiences after a conversation: what was one is added, and the least lasting of the oldest go. */
export function addExperiences(
  known: readonly Experience[],
  before: Standing,
  after: Standing,
  interaction: Interaction,
): Experience[] {
  const at = after.lastInteractionAt ?? interaction.at;
  const fresh = found(before, after, interaction, at)
    .map(([kind, about]) => ({ kind, about, at }))
    .filter((one) =>
      known.every((old) => old.kind !== one.kind || (at.getTime() - old.at.getTime()) / DAY_MS >= APART_DAYS[one.kind]),
    )
    .filter((one) => one.kind !== 'nearer' || known.every((old) => old.kind !== 'nearer' || old.about !== one.about));
  return kept([...known, ...fresh]);
}

/** In words, the latest first. */
export function experienceTexts(experiences: readonly Experience[]): string[] {
  return experiences.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(textOf);
}

function found(
  before: Standing,
  after: Standing,
  { talk, disclosure, hostility, emotion, topics }: Interaction,
  at: Date,
): (readonly [ExperienceKind, string | null])[] {
  const [topic] = Object.entries(topics).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const about = topic?.[0] ?? null;
  const last = before.lastInteractionAt;
  const nearer = isNearer(before.stage, after.stage);
  const daysApart = last === null ? 0 : (at.getTime() - last.getTime()) / DAY_MS;
  const pleasant = hostility === 0 && emotion !== null && emotion.valence > 0;
  const madeUp = pleasant && before.recent.harm >= HURT && daysApart <= MADE_UP_WITHIN_DAYS;
  return [
    ...(last === null ? [['met', null] as const] : []),
    ...(nearer ? [['nearer', after.stage] as const] : []),
    ...(talk >= LONG_TALK ? [['long-talk', about] as const] : []),
    ...(disclosure >= 0.8 && talk >= 5 ? [['confided', about] as const] : []),
    ...(madeUp ? [['made-up', null] as const] : []),
    ...(daysApart >= REUNION_AFTER_DAYS ? [['reunion', null] as const] : []),
    ...((topics.celebrations ?? 0) > 0 && pleasant ? [['celebration', null] as const] : []),
  ];
}

function isNearer(before: Stage, after: Stage): boolean {
  return STAGES.indexOf(after) > STAGES.indexOf(before);
}

function kept(experiences: readonly Experience[]): Experience[] {
  if (experiences.length <= KEPT) return [...experiences];
  const passing = experiences.find(({ kind }) => !LASTING.includes(kind)) ?? experiences[1];
  return kept(experiences.filter((one) => one !== passing));
}

function textOf({ kind, about, at }: Experience): string {
  const day = at.toISOString().slice(0, 10);
  switch (kind) {
    case 'met':
      return `Met on ${day}`;
    case 'nearer':
      return `Became ${(about ?? 'closer').replaceAll('_', ' ')} on ${day}`;
    case 'long-talk':
      return about ? `A long talk about ${about} on ${day}` : `A long talk on ${day}`;
    case 'confided':
      return about ? `A confidence about ${about} on ${day}` : `A confidence on ${day}`;
    case 'made-up':
      return `Made up after a quarrel on ${day}`;
    case 'reunion':
      return `Met again after a long time on ${day}`;
    case 'celebration':
      return `Something to celebrate on ${day}`;
  }
}
