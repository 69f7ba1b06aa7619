import { hoursAgo, inHours, newMemory, newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import type { EngagementPolicy } from './engagement-policy.js';
import type { TypeChoice } from './type-choice.js';
import { typeChoices } from './type-choices.js';

const memories = [newMemory()];
const partner: GivenPerson = { stage: 'partner', intimacy: 90, trust: 90, memories };

function choices(person: GivenPerson, policy: Partial<EngagementPolicy> = {}): readonly TypeChoice[] {
  return typeChoices(newPerson(person), newPolicy(policy), NOW);
}

/** The types whose time has come. */
function due(person: GivenPerson, policy: Partial<EngagementPolicy> = {}): string[] {
  return choices(person, policy)
    .filter(({ after }) => after <= NOW)
    .map(({ type }) => type);
}

function silentFor(hours: number): GivenPerson {
  return { lastHeardAt: hoursAgo(hours), lastWrittenAt: hoursAgo(hours) };
}

describe('typeChoices', () => {
  it.each<[string, GivenPerson, string[]]>([
    ['a friend after two hours', { stage: 'friend', memories, ...silentFor(2) }, ['topic_suggestion']],
    ['a friend after a day', { stage: 'friend', memories, ...silentFor(24) }, ['check_in', 'topic_suggestion']],
    ['nobody after an hour', { ...partner, ...silentFor(1) }, []],
    ['a close friend with memories', { memories, ...silentFor(12) }, ['memory_reminder', 'topic_suggestion']],
    ['a close friend without', { ...silentFor(12) }, ['topic_suggestion']],
    ['a partner after six hours', { ...partner, ...silentFor(6) }, ['emotional_support', 'topic_suggestion']],
    ['a partner who is not intimate', { ...partner, intimacy: 69, ...silentFor(6) }, ['topic_suggestion']],
    ['an intimate one is no partner', { ...partner, stage: 'intimate', ...silentFor(6) }, ['topic_suggestion']],
    [
      'a partner after two days',
      { ...partner },
      ['memory_reminder', 'check_in', 'emotional_support', 'topic_suggestion'],
    ],
    [
      'a partner who was sad yesterday',
      { ...partner, mood: { label: 'sadness', valence: -0.7, at: hoursAgo(24) } },
      ['emotional_support', 'check_in'],
    ],
    [
      'a friend who was sad yesterday is not chatted to',
      { memories, mood: { label: 'sadness', valence: -0.7, at: hoursAgo(24) } },
      ['check_in'],
    ],
    [
      'a partner who was sad last week',
      { ...partner, mood: { label: 'sadness', valence: -0.7, at: hoursAgo(49) } },
      ['memory_reminder', 'check_in', 'emotional_support', 'topic_suggestion'],
    ],
    [
      'what was used last comes last',
      { ...partner, lastType: 'memory_reminder' },
      ['check_in', 'emotional_support', 'topic_suggestion', 'memory_reminder'],
    ],
    ['an answer of ours counts as talk', { lastHeardAt: hoursAgo(48), lastWrittenAt: hoursAgo(1) }, []],
    ['who was given up', { unanswered: 4, lastEngagedAt: hoursAgo(1) }, []],
  ])('%s', (_, person, expected) => {
    expect(due(person)).toEqual(expected);
  });

  it.each<[keyof EngagementPolicy, string, number]>([
    ['checkInAfterHours', 'check_in', 24],
    ['memoryReminderAfterHours', 'memory_reminder', 12],
    ['emotionalSupportAfterHours', 'emotional_support', 6],
    ['topicSuggestionAfterHours', 'topic_suggestion', 2],
  ])('%s decides about %s', (setting, type, hours) => {
    const person = { ...partner, ...silentFor(hours) };
    expect(due(person, { [setting]: hours })).toContain(type);
    expect(due(person, { [setting]: hours + 1 })).not.toContain(type);
  });

  it('knows when the time of the others comes', () => {
    const found = choices({ ...partner, ...silentFor(0) }, { scheduleAdvanceHours: 3 });
    expect(found.map(({ type, after }) => [type, after])).toEqual([
      ['topic_suggestion', inHours(2)],
      ['emotional_support', inHours(6)],
      ['memory_reminder', inHours(12)],
      ['check_in', inHours(24)],
    ]);
  });

  it('comes after the back-off, and tells why', () => {
    const [first] = choices({ unanswered: 1, lastHeardAt: hoursAgo(200), lastEngagedAt: hoursAgo(40) });
    expect(first?.after).toEqual(inHours(8));
    expect(first?.reasons.map(({ code }) => code)).toEqual(['silent', 'back-off', 'unsuited', 'unsuited']);
  });

  it('uses the most important memories, as many as it may, none about health and none that lies ahead', () => {
    const [first] = choices(
      {
        memories: [
          newMemory({ id: 'five', importance: 5 }),
          newMemory({ id: 'nine', importance: 9 }),
          newMemory({ id: 'four', importance: 4 }),
          newMemory({ id: 'ill', importance: 10, category: 'health' }),
          newMemory({ id: 'past', importance: 10, validUntil: hoursAgo(1) }),
          newMemory({ id: 'ahead', importance: 10, validFrom: inHours(500) }),
          newMemory({ id: 'plan', importance: 10, category: 'plan', validUntil: inHours(500) }),
          newMemory({ id: 'six', importance: 6 }),
        ],
      },
      { maxMemories: 2 },
    );
    expect(first).toMatchObject({ type: 'memory_reminder', memoryIds: ['nine', 'six'] });
  });

  it('does without memories where none may be used: PROACTIVE_MAX_MEMORIES_TO_USE=0', () => {
    const memories = [newMemory(), newMemory({ id: 'exam', category: 'plan', validUntil: inHours(8) })];
    expect(choices({ memories })[0]).toMatchObject({ type: 'memory_reminder' });
    const without = choices({ memories }, { maxMemories: 0 });
    expect(without.map(({ type }) => type)).toEqual(['check_in', 'topic_suggestion']);
    expect(without.flatMap(({ memoryIds }) => memoryIds)).toEqual([]);
  });

  describe('a moment', () => {
    // Friday's end in UTC; Friday evening in London is 17:00 to 19:30 UTC.
    const exam = newMemory({ id: 'exam', category: 'plan', validUntil: new Date('2026-05-08T23:59:59.999Z') });
    const evening = new Date('2026-05-08T17:00:00Z');

    it('is used whatever the hours, at any stage', () => {
      const person = newPerson({ stage: 'friend', memories: [exam], lastHeardAt: new Date('2026-05-08T14:30:00Z') });
      const now = new Date('2026-05-08T15:00:00Z');
      expect(typeChoices(person, newPolicy(), now)[0]).toMatchObject({
        ...{ type: 'memory_reminder', after: evening, memoryIds: ['exam'] },
        moment: { key: 'exam:2026-05-08', latest: new Date('2026-05-08T19:30:00Z') },
      });
    });

    it('is waited for: who is written to before it might not be written to then', () => {
      const now = new Date('2026-05-07T09:00:00Z');
      const found = typeChoices(newPerson({ memories: [exam] }), newPolicy(), now);
      expect(found.map(({ after }) => after)).toEqual([evening]);
    });

    it('does not keep from writing long before it', () => {
      const found = typeChoices(newPerson({ memories: [exam] }), newPolicy(), new Date('2026-05-06T10:00:00Z'));
      expect(found[0]?.moment).toBeUndefined();
      expect(found[0]?.type).toBe('check_in');
    });

    it('comes no sooner than the least interval after the last word, or not at all', () => {
      const now = new Date('2026-05-08T18:00:00Z');
      const after = (lastHeardAt: Date): unknown =>
        typeChoices(newPerson({ memories: [exam], lastHeardAt }), newPolicy(), now).find(({ moment }) => moment)?.after;
      expect(after(new Date('2026-05-08T17:00:00Z'))).toEqual(new Date('2026-05-08T19:00:00Z'));
      expect(after(new Date('2026-05-08T17:45:00Z'))).toBeUndefined();
    });

    it('is used once', () => {
      const person = newPerson({ memories: [exam], usedMoments: ['exam:2026-05-08'] });
      expect(typeChoices(person, newPolicy(), new Date('2026-05-08T16:00:00Z'))[0]?.moment).toBeUndefined();
    });
  });
});
