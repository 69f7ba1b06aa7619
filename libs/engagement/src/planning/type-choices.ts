import { backOff } from './back-off.js';
import { earliestTime } from './earliest-time.js';
import type { EngagementPolicy } from './engagement-policy.js';
import type { EngagementType } from './engagement-type.js';
import { lastWord } from './last-word.js';
import { momentChoices } from './moment-choices.js';
import type { PersonState } from './person-state.js';
import { reason, type Reason } from './reason.js';
import type { TypeChoice } from './type-choice.js';
import { typeRules, type TypeRule } from './type-rules.js';
import { unansweredOf } from './unanswered-of.js';
import { usableMemories } from './usable-memories.js';

const HOUR_MS = 3_600_000;
/** A feeling below this, not longer ago than that, comes first. */
const LOW_VALENCE = -0.3;
const LOW_FOR_MS = 48 * HOUR_MS;

/**
 * The types that suit, the best first, those whose time comes within the hours planned ahead before the others; empty when none will. A moment that
 * would be lost by writing now is waited for: then there is nothing else.
 */
export function typeChoices(person: PersonState, policy: EngagementPolicy, now: Date): readonly TypeChoice[] {
  const earliest = earliestTime(person, policy, now);
  if (earliest === 'stop') return [];
  const memoryIds = usableMemories(person, policy, now)
    .map(({ id }) => id)
    .slice(0, policy.maxMemories);
  const soon = new Date(now.getTime() + policy.scheduleAdvanceHours * HOUR_MS);
  const moments = momentChoices(person, policy, memoryIds, earliest.at, now);
  if (moments.some(({ after }) => after <= spentUntil(person, policy, soon))) return moments;
  const rules = typeRules(person, policy, { hasMemory: memoryIds.length > 0, isLow: isLow(person, now) });
  const lost = rules.flatMap(({ type, missing }) => (missing ? [reason('unsuited', { type, missing })] : []));
  const choices = inOrder(rules, person, now).map((rule): TypeChoice => {
    const due = silentLongEnough(person, rule, now);
    return {
      ...{ type: rule.type, after: due > earliest.at ? due : earliest.at },
      memoryIds,
      reasons: [silence(person, rule, now), ...earliest.reasons, ...lost],
    };
  });
  const ready = choices.filter(({ after }) => after <= soon);
  const coming = choices.filter(({ after }) => after > soon).sort((a, b) => a.after.getTime() - b.after.getTime());
  return [...ready, ...coming];
}

/** Whoever is written to now and does not answer is left alone until then. */
function spentUntil(person: PersonState, policy: EngagementPolicy, soon: Date): Date {
  const pause = backOff(unansweredOf(person) + 1, person.frequency, policy);
  return new Date(pause === 'stop' ? 8.64e15 : soon.getTime() + pause.wait);
}

/** Comfort first for who is low, then memories; what was used last comes last. */
function inOrder(rules: readonly TypeRule[], person: PersonState, now: Date): readonly TypeRule[] {
  const { lastType } = person;
  const order: readonly EngagementType[] = isLow(person, now)
    ? ['emotional_support', 'memory_reminder', 'check_in', 'topic_suggestion']
    : ['memory_reminder', 'check_in', 'emotional_support', 'topic_suggestion'];
  const place = ({ type }: TypeRule): number => (type === lastType ? order.length : order.indexOf(type));
  return rules.filter(({ missing }) => missing === null).sort((a, b) => place(a) - place(b));
}

function isLow({ mood }: PersonState, now: Date): boolean {
  return mood !== null && mood.valence < LOW_VALENCE && now.getTime() - mood.at.getTime() <= LOW_FOR_MS;
}

function silentLongEnough(person: PersonState, { hours }: TypeRule, now: Date): Date {
  const last = lastWord(person);
  return last ? new Date(last.getTime() + hours * HOUR_MS) : now;
}

function silence(person: PersonState, { type, hours }: TypeRule, now: Date): Reason {
  const last = lastWord(person);
  const silent = last && Math.round((now.getTime() - last.getTime()) / HOUR_MS);
  return reason('silent', { type, hours: silent, needed: hours });
}
