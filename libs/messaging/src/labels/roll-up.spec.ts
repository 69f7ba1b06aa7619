import type { Facet } from './label-values.js';
import { rollUp, type LabelledMessage } from './roll-up.js';

function label(facet: Facet, values: string[], confidence = 0.8, byContact = true): LabelledMessage {
  return { facet, values, confidences: values.map(() => confidence), byContact, byOperator: false };
}

const times = (count: number, one: LabelledMessage): LabelledMessage[] => Array.from({ length: count }, () => one);

describe('rollUp', () => {
  it.each<[string, LabelledMessage[], string]>([
    ['plain talk is neutral', times(10, label('sentiment', ['neutral'])), 'neutral'],
    [
      'one grumble in ten does not count',
      [...times(9, label('sentiment', ['neutral'])), label('sentiment', ['negative'])],
      'neutral',
    ],
    [
      'three in ten do',
      [...times(7, label('sentiment', ['neutral'])), ...times(3, label('sentiment', ['negative']))],
      'negative',
    ],
    [
      'praise and anger are mixed',
      [...times(3, label('sentiment', ['positive'])), ...times(2, label('sentiment', ['negative']))],
      'mixed',
    ],
    [
      'unsure words weigh little',
      [...times(3, label('sentiment', ['neutral'], 0.9)), label('sentiment', ['negative'], 0.1)],
      'neutral',
    ],
    [
      'what we say does not count beside a contact',
      [label('sentiment', ['negative']), ...times(5, label('sentiment', ['positive'], 0.8, false))],
      'negative',
    ],
    ['where only we write, it is what we say', times(2, label('sentiment', ['positive'], 0.8, false)), 'positive'],
  ])('sentiment: %s', (_, messages, expected) => {
    expect(rollUp(messages)).toEqual([{ facet: 'sentiment', values: [expected], shares: [expect.any(Number)] }]);
  });

  it.each<[string, LabelledMessage[], string]>([
    ['small talk is general', times(4, label('category', ['general'])), 'general'],
    [
      'what a fifth is about wins over small talk',
      [...times(4, label('category', ['general'])), label('category', ['complaint'])],
      'complaint',
    ],
    [
      'the strongest of several',
      [label('category', ['inquiry']), ...times(2, label('category', ['appointment']))],
      'appointment',
    ],
  ])('category: %s', (_, messages, expected) => {
    expect(rollUp(messages)[0]?.values).toEqual([expected]);
  });

  it('ranks tags by how many messages have them, without those nobody is sure of', () => {
    const messages = [
      label('tags', ['payment', 'urgent']),
      label('tags', ['payment']),
      label('tags', ['spam'], 0.3),
      label('tags', []),
    ];
    expect(rollUp(messages)).toEqual([{ facet: 'tags', values: ['payment', 'urgent'], shares: [0.5, 0.25] }]);
  });

  it('takes no tag from what we say beside a contact, unless the operator put it there', () => {
    const ours = label('tags', ['greeting'], 0.8, false);
    const corrected = { ...label('tags', ['follow_up'], 1, false), byOperator: true };
    expect(rollUp([ours, corrected, label('tags', ['payment'])])[0]?.values).toEqual(['follow_up', 'payment']);
    expect(rollUp([ours])[0]?.values).toEqual(['greeting']);
  });

  it('says of tags that there are none, and nothing of a facet without labels', () => {
    expect(rollUp([label('tags', [])])).toEqual([{ facet: 'tags', values: [], shares: [] }]);
    expect(rollUp([])).toEqual([]);
  });

  it('gives shares between 0 and 1', () => {
    const messages = [label('sentiment', ['positive']), label('category', ['inquiry']), label('tags', ['urgent'])];
    for (const share of rollUp(messages).flatMap(({ shares }) => shares)) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});
