import { TURN_SIGNS } from '../index/turn-features.js';
import type { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';
import type { TurnQuery } from './turn-query.js';
import { Credits } from './credits.js';

/** A turn that fits, and why. */
export interface RankedTurn {
  readonly index: TurnIndex;
  readonly place: number;
  readonly score: number;
  /** 0-1: how much of what the question says the turn and its neighbours say too. */
  readonly coverage: number;
}

/** How common things are over all indexes that are searched together. */
interface Corpus {
  readonly turns: number;
  readonly averageLength: number;
  frequency(keys: readonly number[]): number;
}

/** The best `limit` turns of the chats, best first. Pure: the same turns and question give the same answer. */
export function rankTurns(
  indexes: readonly TurnIndex[],
  query: TurnQuery,
  policy: RankingPolicy,
  limit: number,
): RankedTurn[] {
  const corpus = corpusOf(indexes);
  const found = indexes.flatMap((index) => rankOne(index, query, { corpus, policy, limit }));
  return found.sort(byScore).slice(0, limit);
}

function byScore(one: RankedTurn, other: RankedTurn): number {
  return (
    other.score - one.score ||
    (one.index.at[one.place] ?? 0) - (other.index.at[other.place] ?? 0) ||
    one.place - other.place
  );
}

function corpusOf(indexes: readonly TurnIndex[]): Corpus {
  const turns = indexes.reduce((sum, { size }) => sum + size, 0);
  const words = indexes.reduce((sum, { wordCount }) => sum + wordCount, 0);
  return {
    turns,
    averageLength: words / Math.max(1, turns) || 1,
    frequency: (keys) =>
      indexes.reduce((sum, index) => sum + keys.reduce((most, key) => Math.max(most, index.frequency(key)), 0), 0),
  };
}

interface Work {
  readonly corpus: Corpus;
  readonly policy: RankingPolicy;
  readonly limit: number;
}

function rankOne(index: TurnIndex, query: TurnQuery, { corpus, policy, limit }: Work): RankedTurn[] {
  const credits = new Credits(index, policy);
  const sessions = new Float64Array(index.sessionLengths.length);
  let asked = 0;
  for (const word of query.words) {
    const forms = word.spanish === null ? [word.key] : [word.key, word.spanish];
    const ownFrequency = corpus.frequency(forms);
    const alike = word.beginning === null ? 0 : corpus.frequency([word.beginning]);
    const weight = word.asking ? policy.asking : 1;
    const rarity = weight * rarityOf(ownFrequency || alike, corpus.turns);
    asked += rarity;
    if (word.beginning !== null) index.each(word.beginning, (place) => credits.hold(place, policy.beginning));
    for (const form of forms) {
      index.each(form, (place, count) =>
        credits.hold(place, saturated(count, index.lengths[place] ?? 0, { corpus, policy })),
      );
    }
    credits.settle(rarity, true);
    addSessions(index, forms, weight * policy.session, sessions);
  }
  for (const [keys, weight] of [
    [query.named, policy.namedTopic],
    [query.about, policy.aboutTopic],
  ] as const) {
    for (const key of keys) {
      const frequency = corpus.frequency([key]);
      if (frequency > policy.topicUpTo * corpus.turns) continue;
      index.each(key, (place, count) => credits.hold(place, Math.min(1.5, 0.7 + 0.3 * count)));
      credits.settle(weight * rarityOf(frequency, corpus.turns), false);
    }
  }
  if (query.ranges.length > 0) touchRanges(index, query, credits);
  return best(index, query, { credits, sessions, asked, policy, limit });
}

/** BM25's inverse document frequency. */
function rarityOf(frequency: number, of: number): number {
  return Math.log(1 + (of - frequency + 0.5) / (frequency + 0.5));
}

function saturated(count: number, length: number, { corpus, policy }: Pick<Work, 'corpus' | 'policy'>): number {
  const k = policy.saturation;
  const norm = 1 - policy.lengthWeight + (policy.lengthWeight * length) / corpus.averageLength;
  return (count * (k + 1)) / (count + k * norm);
}

/** BM25 over whole sessions, with its usual k1 1.2 and b 0.3. */
function addSessions(index: TurnIndex, forms: readonly number[], weight: number, sessions: Float64Array): void {
  const counts = new Map<number, number>();
  for (const form of forms.slice(0, 1)) {
    index.each(form, (place, count) => {
      const session = index.sessions[place] ?? 0;
      counts.set(session, (counts.get(session) ?? 0) + count);
    });
  }
  if (counts.size === 0) return;
  const average = index.wordCount / sessions.length || 1;
  const rarity = weight * rarityOf(counts.size, sessions.length);
  for (const [session, count] of counts) {
    const norm = 0.7 + (0.3 * (index.sessionLengths[session] ?? 0)) / average;
    sessions[session] = (sessions[session] ?? 0) + (rarity * count * 2.2) / (count + 1.2 * norm);
  }
}

/** Of a time that is named, every turn may be meant. */
function touchRanges(index: TurnIndex, { ranges }: TurnQuery, credits: Credits): void {
  for (let place = 0; place < index.size; place += 1) if (isIn(index.at[place] ?? 0, ranges)) credits.touch(place);
}

function isIn(at: number, ranges: TurnQuery['ranges']): boolean {
  return ranges.some(({ from, to }) => at >= from && at < to);
}

interface Scored {
  readonly credits: Credits;
  readonly sessions: Float64Array;
  readonly asked: number;
  readonly policy: RankingPolicy;
  readonly limit: number;
}

function best(index: TurnIndex, query: TurnQuery, { credits, sessions, asked, policy, limit }: Scored): RankedTurn[] {
  const scores: { place: number; score: number }[] = [];
  let least = 0;
  for (const place of credits.touched()) {
    const at = index.at[place] ?? 0;
    if (at < query.notBefore || index.isHidden(place)) continue;
    let score = credits.totals[place] ?? 0;
    score += sessions[index.sessions[place] ?? 0] ?? 0;
    const signs = index.signs[place] ?? 0;
    if (query.ranges.length > 0 && isIn(at, query.ranges)) score = score * (1 + policy.inRange) + policy.inRangeBonus;
    if (signs & query.wanted) score *= 1 + policy.wanted;
    if (query.speaker !== null && index.speakers[place] === query.speaker) score *= policy.speaker;
    if (signs & TURN_SIGNS.asks) score *= policy.question;
    if (score <= least) continue;
    scores.push({ place, score });
    if (scores.length >= 8 * limit) least = keepBest(scores, limit);
  }
  keepBest(scores, limit);
  return scores.map(({ place, score }) => ({
    index,
    place,
    score,
    coverage: asked > 0 ? Math.min(1, (credits.covered[place] ?? 0) / asked) : 0,
  }));
}

/** Leaves the best in the list; answers the score that is needed to come in. */
function keepBest(scores: { place: number; score: number }[], limit: number): number {
  scores.sort((one, other) => other.score - one.score || one.place - other.place);
  if (scores.length > limit) scores.length = limit;
  return scores.length < limit ? 0 : (scores.at(-1)?.score ?? 0);
}
