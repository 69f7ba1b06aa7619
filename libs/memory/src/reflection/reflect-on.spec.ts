import type { MemoryFact } from '../facts/memory-fact.js';
import { profileFacts, profileText } from './profile-text.js';
import { reflectOn } from './reflect-on.js';

const START = new Date('2026-01-01T00:00:00Z').getTime();
let made = 0;

function newFact(fact: Partial<MemoryFact> & { readonly text: string }): MemoryFact {
  made += 1;
  const at = new Date(START + made * 60_000);
  return {
    ...{ id: `f${String(made).padStart(4, '0')}`, characterId: 'x', contactId: 'y', groupId: null },
    ...{ category: 'preference', status: 'active', reason: null, origin: 'said', confidence: 0.9, importance: 5 },
    ...{ firstMentionedAt: at, lastReinforcedAt: at, reinforcementCount: 1, validFrom: null, validUntil: null },
    ...{ knownFrom: at, knownUntil: null, topic: null, single: false, replacesId: null, replacedById: null },
    ...fact,
  };
}

function mergedTexts(one: string, other: string, more: Partial<MemoryFact> = {}): boolean {
  return reflectOn([newFact({ text: one }), newFact({ text: other, ...more })]).same.length > 0;
}

describe('reflectOn', () => {
  it.each([
    ['Likes black coffee', 'The user likes black coffee'],
    ['Has a dog named Bruno', 'Their dog is named Bruno'],
    ['Plays the guitar in a band', 'Plays guitar in a band'],
    ['Le gusta el café solo', 'Le gusta mucho el café solo'],
  ])('makes "%s" and "%s" one', (one, other) => expect(mergedTexts(one, other)).toBe(true));

  it.each([
    ['Likes coffee', 'Does not like coffee'],
    ['Likes coffee', 'Hates coffee'],
    ['Le gusta el café', 'Ya no le gusta el café'],
    ['Has 2 cats', 'Has 3 cats'],
    ['Has a dog named Bruno', 'Has a dog named Luna'],
    ['Has two black cats', 'Has two white cats'],
    ['Plays the guitar', 'Plays the piano'],
    ['Her sister works at a hospital', 'Her sister works at a school'],
  ])('keeps "%s" and "%s" apart', (one, other) => expect(mergedTexts(one, other)).toBe(false));

  it.each([
    ['another topic', { topic: 'b' }, { topic: 'a' }],
    ['another category', { category: 'work' }, {}],
    ['another day', { validFrom: new Date('2026-05-04T00:00:00Z') }, { validFrom: new Date('2026-06-04T00:00:00Z') }],
  ] as const)('keeps what has %s apart', (_, one, other) => {
    const facts = [
      newFact({ text: 'Visits the dentist in town', ...one }),
      newFact({ text: 'Visits the dentist in town', ...other }),
    ];
    expect(reflectOn(facts).same).toEqual([]);
  });

  it('keeps the oldest, whatever their order', () => {
    const [first, second, third] = ['Likes black coffee', 'He likes black coffee', 'Likes his coffee black'].map(
      (text) => newFact({ text }),
    );
    if (!first || !second || !third) throw new Error('three');
    expect(reflectOn([third, first, second]).same).toEqual([{ kept: first.id, others: [second.id, third.id] }]);
  });

  it('finds that what is said often matters, once', () => {
    const often = newFact({ text: 'Runs every morning', reinforcementCount: 6 });
    const twice = newFact({ text: 'Likes tea', reinforcementCount: 2 });
    const important = newFact({ text: 'Has a peanut allergy', importance: 9, reinforcementCount: 12 });
    const { promoted } = reflectOn([often, twice, important]);
    expect([...promoted]).toEqual([[7, [often.id]]]);
    expect(reflectOn([{ ...often, importance: 7 }, twice, important]).promoted.size).toBe(0);
  });

  it('counts what was merged together', () => {
    const facts = ['Likes black coffee', 'He likes black coffee', 'The user likes black coffee'].map((text) =>
      newFact({ text }),
    );
    expect([...reflectOn(facts).promoted]).toEqual([[6, [facts[0]?.id]]]);
  });

  it('looks at a thousand memories within reason', () => {
    const facts = Array.from({ length: 1_000 }, (_, place) =>
      newFact({ text: `Visited the town of Place${place} with friends and family` }),
    );
    expect(reflectOn(facts).same).toEqual([]);
  });
});

describe('the portrait without a model', () => {
  it('tells the most important first, who they are before what they like, in at most 120 words', () => {
    const facts = [
      newFact({ text: 'Likes tea', importance: 4 }),
      newFact({ text: 'Is a nurse in Porto', category: 'work', importance: 4 }),
      newFact({ text: 'Has a peanut allergy.', category: 'health', importance: 9 }),
      newFact({ text: 'Waits for approval', status: 'held', importance: 10 }),
    ];
    expect(profileText(profileFacts(facts))).toBe('Has a peanut allergy. Is a nurse in Porto. Likes tea.');
    const many = Array.from({ length: 50 }, (_, place) =>
      newFact({ text: `Thing number ${place} matters to this person a lot` }),
    );
    expect((profileText(profileFacts(many)) ?? '').split(' ').length).toBeLessThanOrEqual(120);
    expect(profileText([])).toBeNull();
  });
});
