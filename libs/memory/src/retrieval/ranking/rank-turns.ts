import { TURN_SIGNS } from '../index/turn-features.js';
import { COUNT_BITS, COUNT_MASK, type TurnIndex } from '../index/turn-index.js';
import { BestPlaces } from './best-places.js';
import { Corpus, rarityOf } from './corpus.js';
import { Credits } from './credits.js';
import type { RankingPolicy } from './ranking-policy.js';
import type { KeyedWord, TurnQuery } from './turn-query.js';

/** A turn that fits. */
export interface RankedTurn {
  readonly index: TurnIndex;
  readonly place: number;
  readonly score: number;
  /** 0-1: how much of what the question says the turn and its neighbours say too. */
  readonly coverage: number;
}

/** Of one turn, at most: a topic that is named three times in it is no more than named. */
const MOST_OF_TOPIC = 1.5;
/** Used again and again: making room for a hundred thousand turns takes longer than ranking them. */
const credits = new Credits();

/** The best `limit` turns of the chats, best first. The same turns and question give the same answer. */
export function rankTurns(
  indexes: readonly TurnIndex[],
  query: TurnQuery,
  policy: RankingPolicy,
  limit: number,
): RankedTurn[] {
  const corpus = new Corpus(indexes);
  const found = indexes.flatMap((index) => {
    credits.prepare(index.size, index.sessionLengths.length);
    try {
      return rankOne(index, query, { corpus, policy, limit });
    } finally {
      credits.clear();
    }
  });
  return found.sort((one, other) => other.score - one.score).slice(0, limit);
}

interface Work {
  readonly corpus: Corpus;
  readonly policy: RankingPolicy;
  readonly limit: number;
}

function rankOne(index: TurnIndex, query: TurnQuery, work: Work): RankedTurn[] {
  let asked = 0;
  for (const word of query.words) asked += addWord(index, word, work);
  const { namedTopic, aboutTopic } = work.policy;
  for (const key of query.named) addTopic(index, key, namedTopic, work);
  for (const key of query.about) addTopic(index, key, aboutTopic, work);
  if (query.ranges.length > 0) touchRanges(index, query);
  const { places, scores, count } = best(index, query, work);
  return Array.from(places.subarray(0, count), (place, nth) => ({
    index,
    place,
    score: scores[nth] ?? 0,
    coverage: asked > 0 ? Math.min(1, (credits.covered[place] ?? 0) / asked) : 0,
  }));
}

/** Answers what the word is worth. */
function addWord(index: TurnIndex, word: KeyedWord, { corpus, policy }: Work): number {
  const forms = word.spanish === null ? [word.key] : [word.key, word.spanish];
  const frequency = corpus.frequency(forms) || (word.beginning === null ? 0 : corpus.frequency([word.beginning]));
  const weight = word.asking ? policy.asking : 1;
  const rarity = weight * corpus.rarity(frequency);
  for (const form of forms) holdWord(index, form, { corpus, policy });
  if (word.beginning !== null) holdEvenly(index, word.beginning, policy.beginning);
  credits.settle(index, policy, rarity, true);
  addSessions(index, word.key, weight * policy.session);
  return rarity;
}

function holdWord(index: TurnIndex, key: number, { corpus, policy }: Pick<Work, 'corpus' | 'policy'>): void {
  const { values, length } = index.postings(key);
  const k = policy.saturation;
  const perWord = policy.lengthWeight / corpus.averageLength;
  for (let at = 0; at < length; at += 1) {
    const posting = values[at] ?? 0;
    const place = posting >>> COUNT_BITS;
    const count = posting & COUNT_MASK;
    const norm = 1 - policy.lengthWeight + perWord * (index.lengths[place] ?? 0);
    credits.hold(place, (count * (k + 1)) / (count + k * norm));
  }
}

function holdEvenly(index: TurnIndex, key: number, value: number): void {
  const { values, length } = index.postings(key);
  for (let at = 0; at < length; at += 1) credits.hold((values[at] ?? 0) >>> COUNT_BITS, value);
}

function addTopic(index: TurnIndex, key: number, weight: number, { corpus, policy, limit }: Work): void {
  const frequency = corpus.frequency([key]);
  if (frequency > policy.topicUpTo * corpus.turns) return;
  const { values, length } = index.postings(key);
  const worth = weight * corpus.rarity(frequency);
  // Where words have found enough, a topic that is spoken of everywhere only helps to order it.
  const onlyOrders = length > policy.spreadUpTo && credits.touchedCount >= limit;
  for (let at = 0; at < length; at += 1) {
    const posting = values[at] ?? 0;
    const place = posting >>> COUNT_BITS;
    const value = Math.min(MOST_OF_TOPIC, 0.7 + 0.3 * (posting & COUNT_MASK));
    if (onlyOrders) credits.addToTouched(place, worth * value);
    else credits.hold(place, value);
  }
  if (!onlyOrders) credits.settle(index, policy, worth, false);
}

/** BM25 over whole sessions, with the usual k1 1.2 and a b of 0.3. */
function addSessions(index: TurnIndex, key: number, weight: number): void {
  const { sessions } = credits;
  const sessionCount = index.sessionLengths.length;
  let holding = 0;
  eachSession(index, key, () => (holding += 1));
  const average = index.wordCount / sessionCount || 1;
  const rarity = weight * rarityOf(holding, sessionCount);
  eachSession(index, key, (session, count) => {
    const norm = 0.7 + (0.3 * (index.sessionLengths[session] ?? 0)) / average;
    sessions[session] = (sessions[session] ?? 0) + (rarity * count * 2.2) / (count + 1.2 * norm);
  });
}

/** Each session that holds the token, and how often. Turns stand in their order, so a session's turns follow each other. */
function eachSession(index: TurnIndex, key: number, tell: (session: number, count: number) => void): void {
  const { values, length } = index.postings(key);
  let session = -1;
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const posting = values[at] ?? 0;
    const its = index.sessions[posting >>> COUNT_BITS] ?? 0;
    if (its !== session) {
      if (count > 0) tell(session, count);
      session = its;
      count = 0;
    }
    count += posting & COUNT_MASK;
  }
  if (count > 0) tell(session, count);
}

/** Of a time that is named, every turn may be meant. */
function touchRanges(index: TurnIndex, { ranges }: TurnQuery): void {
  for (const { from, to } of ranges) {
    for (let place = firstFrom(index, from); place < index.size && (index.at[place] ?? 0) < to; place += 1) {
      credits.touch(place);
    }
  }
}

/** The first turn that was said at a time or later. */
function firstFrom(index: TurnIndex, time: number): number {
  let low = 0;
  let high = index.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.at[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isIn(at: number, ranges: TurnQuery['ranges']): boolean {
  return ranges.some(({ from, to }) => at >= from && at < to);
}

function best(index: TurnIndex, query: TurnQuery, { policy, limit }: Work): BestPlaces {
  const { at, hidden, signs, speakers } = index;
  const speaker = query.speaker === null ? 0 : index.speakerCode(query.speaker);
  const inTime = query.ranges.length > 0;
  // What is far below the best so far is not looked at closely.
  const most = Math.max(1, policy.speaker) * (1 + policy.wanted) * (inTime ? 1 + policy.inRange : 1);
  const bonus = inTime ? policy.inRangeBonus * most : 0;
  const { touched, touchedCount, totals, sessions } = credits;
  const found = new BestPlaces(limit);
  for (let nth = 0; nth < touchedCount; nth += 1) {
    const place = touched[nth] ?? 0;
    let score = (totals[place] ?? 0) + (sessions[index.sessions[place] ?? 0] ?? 0);
    if (score * most + bonus <= found.least) continue;
    const when = at[place] ?? 0;
    if (when < query.notBefore || hidden[place] === 1) continue;
    if (inTime && isIn(when, query.ranges)) score = score * (1 + policy.inRange) + policy.inRangeBonus;
    const sign = signs[place] ?? 0;
    if (sign & query.wanted) score *= 1 + policy.wanted;
    if (speaker !== 0 && speakers[place] === speaker) score *= policy.speaker;
    if (sign & TURN_SIGNS.asks) score *= policy.question;
    if (score > found.least) found.add(place, score);
  }
  return found;
}
