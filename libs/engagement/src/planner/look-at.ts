import { allowedWindows } from '../planning/allowed-windows.js';
import { chooseMoment, type ChosenMoment, type TimePreference } from '../planning/choose-moment.js';
import { eligibility } from '../planning/eligibility.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementType } from '../planning/engagement-type.js';
import { modeFor } from '../planning/mode-for.js';
import type { LookOutcome } from '../planning/next-look.js';
import { reason, type Reason } from '../planning/reason.js';
import type { TypeChoice } from '../planning/type-choice.js';
import { typeChoices } from '../planning/type-choices.js';
import type { KnownPerson } from '../people/known-person.js';
import type { NewEngagement } from '../store/new-engagement.js';
import type { ExperimentVariants } from '../store/engagement.js';

/** What a look at somebody comes to: a plan, or why there is none. */
export type Look =
  | { readonly plan: NewEngagement; readonly reasons: readonly Reason[] }
  | {
      readonly plan: null;
      readonly outcome: LookOutcome;
      readonly type: EngagementType | null;
      readonly reasons: readonly Reason[];
    };

/** What is wanted of this look; nothing: whatever suits best. */
export interface LookWish {
  readonly type?: EngagementType;
  /** At this time and no other. */
  readonly at?: Date;
  /** The variants of running experiments by dimension, as far as they bear on type and time. */
  readonly variants?: { readonly type?: string; readonly timing?: string };
  /** Written down with the plan. */
  readonly experiment?: ExperimentVariants | null;
}

const HOUR_MS = 3_600_000;
const TIMINGS: readonly string[] = ['learned', 'morning', 'evening'] satisfies TimePreference[];

/** Is this person to be written to first within the hours that are planned ahead, about what, and when? */
export function lookAt(person: KnownPerson, policy: EngagementPolicy, now: Date, wish: LookWish = {}): Look {
  const may = eligibility(person, policy, now);
  if (!may.ok)
    return { plan: null, outcome: { kind: 'refused', lookAgainAt: may.lookAgainAt }, type: null, reasons: may.reasons };
  const choices = choicesFor(person, policy, now, wish);
  for (const choice of choices) {
    const found = momentFor(choice, person, policy, now, wish);
    if (!found) continue;
    const reasons = [...may.reasons, ...choice.reasons, ...found.reasons];
    if (found.at.getTime() > now.getTime() + policy.scheduleAdvanceHours * HOUR_MS) {
      const told = [reason('not-yet', { at: found.at.toISOString() }), ...reasons];
      return { plan: null, outcome: { kind: 'later', at: found.at }, type: choice.type, reasons: told };
    }
    const mode = modeFor(person.account, policy, now, person.chat?.replyMode);
    return {
      plan: { ...planOf(person, choice, found, policy), mode, reasons, experiment: wish.experiment ?? null },
      reasons,
    };
  }
  const code = choices.length > 0 ? 'no-common-hour' : 'no-type';
  const reasons = [reason(code), ...may.reasons, ...choices.flatMap((choice) => choice.reasons)];
  return { plan: null, outcome: { kind: 'nothing' }, type: wish.type ?? null, reasons };
}

/** The best first; that of a variant before the others, when its time has come as well. */
function choicesFor(
  person: KnownPerson,
  policy: EngagementPolicy,
  now: Date,
  { type, variants }: LookWish,
): readonly TypeChoice[] {
  const choices = typeChoices(person, policy, now).filter(
    ({ moment }) => !moment || !person.usedMoments.includes(moment.key),
  );
  if (type) return choices.filter((choice) => choice.type === type);
  const soon = now.getTime() + policy.scheduleAdvanceHours * HOUR_MS;
  const preferred = choices.find((choice) => choice.type === variants?.type && choice.after.getTime() <= soon);
  if (!preferred || choices[0]?.moment) return choices;
  return [preferred, ...choices.filter((choice) => choice !== preferred)];
}

function momentFor(
  { after, moment }: TypeChoice,
  person: KnownPerson,
  policy: EngagementPolicy,
  now: Date,
  { at, variants }: LookWish,
): ChosenMoment | null {
  const from = after > now ? after : now;
  if (at) return at < from || (moment && at >= moment.latest) ? null : wantedMoment(at, person);
  const preference = TIMINGS.includes(variants?.timing ?? '') ? (variants?.timing as TimePreference) : 'learned';
  const notAfter = moment?.latest ?? new Date(from.getTime() + 24 * HOUR_MS);
  return chooseMoment({ person, policy, notBefore: from, notAfter, seed: person.contactId, preference }, now);
}

/** Null in the quiet hours. */
function wantedMoment(at: Date, { zones, quiet }: KnownPerson): ChosenMoment | null {
  const [window] = allowedWindows(zones, quiet, at, new Date(at.getTime() + 24 * HOUR_MS));
  if (!window || window.from > at) return null;
  return { at, windowEnds: window.until, reasons: [reason('wanted')] };
}

function planOf(
  { contactId, characterId, stage, account, chat }: KnownPerson,
  { type, memoryIds, moment }: TypeChoice,
  { at, windowEnds }: ChosenMoment,
  policy: EngagementPolicy,
): Omit<NewEngagement, 'mode' | 'reasons' | 'experiment'> {
  const latest = [
    windowEnds.getTime(),
    at.getTime() + policy.scheduleAdvanceHours * HOUR_MS,
    moment?.latest.getTime() ?? Infinity,
  ];
  return {
    ...{ contactId, characterId, stage, type, memoryIds },
    chatId: chat?.id ?? '',
    accountId: account.id,
    moment: moment?.key ?? null,
    dueAt: at,
    expiresAt: new Date(Math.min(...latest)),
  };
}
