import { presentOf } from './decay.js';
import type { Interaction } from './interaction.js';
import { RELATIONSHIP_POLICY, type Movement } from './relationship-policy.js';
import type { Closeness, RecentTalk, Standing } from './standing.js';
import { highSince, stageOf } from './stage.js';

const HOUR_MS = 3_600_000;
const POLICY = RELATIONSHIP_POLICY;

/**
 * What becomes of a relationship by one conversation. Talk moves each number towards where such talk leads, by a share of what is left of the
 * way, so it slows down by itself; how much a day's talk can move is limited by an account that fades. Insults take a share of each number,
 * limited likewise. What comes late (an import, a phone that was offline) counts as said when the last word was; what claims to be from
 * the future counts as said now.
 */
export function progress(state: Standing, interaction: Interaction, now: Date): Standing {
  const at = laterOf(state.lastInteractionAt, earlierOf(interaction.at, now));
  const before = { ...state, ...presentOf(state, at) };
  const recent = faded(state, at);
  const talk = effectiveTalk(interaction);
  const harm = interaction.hostility * interaction.messages;
  // Half insults are no good talk at all.
  const good = share(recent.talk, talk, POLICY.talkOfADay) * Math.max(0, 1 - 2 * interaction.hostility);
  const bad = share(recent.harm, harm, POLICY.harmOfADay);

  const follow = 1 - Math.exp(-good / POLICY.toneDays);
  const quality = qualityOf(interaction);
  const tone = (before.tone + (quality.tone - before.tone) * follow) * (1 - bad / 2);
  const openness = (before.openness + (quality.openness - before.openness) * follow) * (1 - bad / 2);

  const trust = moved(before.trust, POLICY.trust, { lately: tone, today: quality.tone, good, bad });
  const level = moved(before.level, POLICY.level, { lately: tone, today: quality.tone, good, bad });
  const intimacy = moved(before.intimacy, POLICY.intimacy, {
    ...{ lately: openness, today: quality.openness, good, bad },
    highest: Math.max(before.intimacy, trust + POLICY.intimacyAboveTrust),
  });
  const numbers = { level, trust, intimacy };
  const since = highSince(numbers, state.highSince, at);
  return {
    ...{ ...numbers, roots: rooted(before, numbers, good, bad), tone, openness },
    recent: { talk: recent.talk + talk, harm: recent.harm + harm },
    stage: stageOf(numbers, before.stage, since, at),
    highSince: since,
    totalInteractions: state.totalInteractions + interaction.messages,
    firstInteractionAt: earlierOf(state.firstInteractionAt ?? at, earlierOf(interaction.at, now)),
    lastInteractionAt: at,
  };
}

/** A monologue is worth less than an exchange, and being sought out a little more. */
function effectiveTalk({ talk, reciprocity, begunByThem }: Interaction): number {
  return talk * (0.4 + 0.6 * reciprocity) * (begunByThem ? 1.1 : 1);
}

/** Where such talk leads, 0-1: friendliness for level and trust, confidences and affection for intimacy. */
function qualityOf(one: Interaction): { readonly tone: number; readonly openness: number } {
  return {
    tone: bounded(
      0.45 * one.warmth + 0.3 * one.disclosure + 0.2 * one.interest + 0.15 * one.thanks + (one.begunByThem ? 0.1 : 0),
    ),
    openness: bounded(0.6 * one.disclosure + 0.45 * one.warmth + 0.1 * one.interest),
  };
}

/** What of a day's worth, 0-1, an amount adds to what was there already: the sum of many is that of one. */
function share(already: number, added: number, day: number): number {
  return Math.exp(-already / day) - Math.exp(-(already + added) / day);
}

interface Talk {
  /** 0-1: what the talk of late, and that of today, is like. */
  readonly lately: number;
  readonly today: number;
  /** In days. */
  readonly good: number;
  readonly bad: number;
  readonly highest?: number;
}

function moved(
  value: number,
  { rise, fall, plain }: Movement,
  { lately, today, good, bad, highest = 100 }: Talk,
): number {
  const leads = (quality: number): number => Math.min(highest, plain + (100 - plain) * quality);
  const gap = leads(lately) - value;
  // Warm talk never cools, even where the talk of late was cool.
  const towards = gap > 0 ? gap * rise : Math.min(0, Math.max(gap, leads(today) - value)) * rise * POLICY.cooling;
  return bounded((value + towards * good) * (1 - fall * bad), 100);
}

/** Good months take root. Insults loosen roots half as much as they cost. */
function rooted({ roots }: Standing, numbers: Closeness, good: number, bad: number): Closeness {
  const grown = 1 - Math.exp(-good / POLICY.rootDays);
  const one = (name: keyof Closeness): number => {
    const root = roots[name] + Math.max(0, numbers[name] * POLICY.kept - roots[name]) * grown;
    return root * (1 - (POLICY[name].fall * bad) / 2);
  };
  return { level: one('level'), trust: one('trust'), intimacy: one('intimacy') };
}

function faded({ recent, lastInteractionAt }: Standing, at: Date): RecentTalk {
  if (!lastInteractionAt) return recent;
  const hours = Math.max(0, at.getTime() - lastInteractionAt.getTime()) / HOUR_MS;
  const left = 2 ** (-hours / POLICY.recentHalfLifeHours);
  return { talk: recent.talk * left, harm: recent.harm * left };
}

function bounded(value: number, highest = 1): number {
  return Math.min(highest, Math.max(0, value));
}

function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function laterOf(a: Date | null, b: Date): Date {
  return a && a > b ? a : b;
}
