import { SMALL_TALK, SMALL_TALK_QUESTIONS } from '../../../testing/small-talk.js';
import { analyse, analyseQuery } from '../analysis/analyse.js';
import { OURS, TurnIndex } from '../index/turn-index.js';
import { spokenOf } from '../search-aim.js';
import { timeRanges } from '../time/time-ranges.js';
import { RANKING_POLICY, type RankingPolicy } from './ranking-policy.js';
import { rankTurns } from './rank-turns.js';
import { turnQuery } from './turn-query.js';

const NOW = new Date('2026-01-10T12:00:00Z');

describe('rankTurns', () => {
  const keys = new Map<string, number>();
  const keyOf = (token: string): number => {
    const key = keys.get(token) ?? keys.size + 1;
    keys.set(token, key);
    return key;
  };

  function indexOf(lines: readonly { id: string; by: string; text: string; at: Date }[]): TurnIndex {
    const index = new TurnIndex();
    for (const { id, by, text, at } of lines) {
      const { signs, length, tokens } = analyse(text);
      const features = { signs, length, tokens: [...tokens].map(([token, count]) => ({ key: keyOf(token), count })) };
      index.add({ id, speaker: by === 'us' ? OURS : by, at: at.getTime(), features });
    }
    return index;
  }

  function found(index: TurnIndex, text: string, policy: Partial<RankingPolicy> = {}, limit = 5): string[] {
    const { speaker, names } = spokenOf(text, [{ name: 'Ana', contactId: 'ana' }], 'ana');
    const aim = { speaker, ranges: timeRanges(text, NOW), notBefore: -Infinity };
    const query = turnQuery(analyseQuery(text, names), aim, keyOf);
    return rankTurns([index], query, { ...RANKING_POLICY, ...policy }, limit).map(
      ({ place }) => index.ids[place] ?? '',
    );
  }

  const talk = indexOf(SMALL_TALK);

  it.each(SMALL_TALK_QUESTIONS.map(({ text, evidence }) => [text, evidence]))('%s', (text, evidence) => {
    expect(found(talk, text)).toContain(evidence);
  });

  it('is the same twice', () => {
    for (const { text } of SMALL_TALK_QUESTIONS) expect(found(talk, text)).toEqual(found(talk, text));
  });

  it.each([
    ['without topics', { namedTopic: 0 }, 'What is her pet?', '1:9'],
    ['without neighbours', { before: 0, beforeQuestion: 0, after: 0, session: 0 }, 'Who is Bruno?', '1:9'],
    ['without times', { inRange: 0, inRangeBonus: 0 }, 'What did I tell you in March?', '2:3'],
  ])('%s it would not find it', (_, policy, text, evidence) => {
    expect(found(talk, text, policy, 3)).not.toContain(evidence);
    expect(found(talk, text, {}, 5)).toContain(evidence);
  });

  it('finds nothing that shares nothing with the question', () => {
    expect(found(talk, 'zzyzx qwertz')).toEqual([]);
    expect(found(talk, '')).toEqual([]);
  });

  it('leaves out what is hidden and what was before', () => {
    const index = indexOf(SMALL_TALK);
    index.hide(['4:5']);
    expect(found(index, 'clarinet', {}, 60)).not.toContain('4:5');
    const query = turnQuery(
      analyseQuery('clarinet'),
      { speaker: null, ranges: [], notBefore: Date.parse('2025-11-01') },
      keyOf,
    );
    expect(
      rankTurns([talk], query, RANKING_POLICY, 60).every(
        ({ place }) => (talk.at[place] ?? 0) > Date.parse('2025-11-01'),
      ),
    ).toBe(true);
  });

  it('ranks several chats as one', () => {
    const halves = [indexOf(SMALL_TALK.slice(0, 30)), indexOf(SMALL_TALK.slice(30))];
    const { names } = spokenOf('', [{ name: 'Ana', contactId: 'ana' }], 'ana');
    const query = turnQuery(
      analyseQuery('which instrument', names),
      { speaker: null, ranges: [], notBefore: -Infinity },
      keyOf,
    );
    const [first] = rankTurns(halves, query, RANKING_POLICY, 5);
    expect(first?.index).toBe(halves[1]);
  });

  it('looks for very common words in their own turns only', () => {
    expect(found(talk, 'clarinet', { spreadUpTo: 0, aboutTopic: 0 }, 60)).toEqual(['4:5', '4:6']);
  });

  it('takes a very common topic to find only where words have not found enough', () => {
    const lines = ['I play the clarinet', 'Guitar, piano and violin'].map((text, place) => ({
      ...{ id: text, by: 'us', text, at: new Date(NOW.getTime() + place * 86_400_000) },
    }));
    const common = { spreadUpTo: 0, topicUpTo: 1, aboutTopic: 100 };
    expect(found(indexOf(lines), 'clarinet', common, 1)).toEqual([lines[0]!.id]);
    expect(found(indexOf(lines), 'clarinet', common, 2)).toContain(lines[1]!.id);
  });
});
