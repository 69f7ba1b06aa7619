import { newMemory, newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { momentsOf } from './moments-of.js';
import type { Moment } from './moment.js';
import type { MemoryRef } from './person-state.js';

const THURSDAY = new Date('2026-05-07T09:00:00Z');

function moments(
  memory: Partial<MemoryRef>,
  person: GivenPerson = {},
  now = THURSDAY,
  policy: Partial<EngagementPolicy> = {},
): readonly Moment[] {
  return momentsOf([newMemory({ category: 'plan', ...memory })], newPerson(person), newPolicy(policy), now);
}

function times(...given: Parameters<typeof moments>): (readonly [string, string])[] {
  return moments(...given).map(({ earliest, latest }) => [short(earliest), short(latest)]);
}

function short(at: Date): string {
  return at.toISOString().slice(5, 16);
}

describe('momentsOf', () => {
  it.each<[string, Partial<MemoryRef>, GivenPerson, (readonly [string, string])[]]>([
    ['a plan that was told for Friday', { validUntil: new Date('2026-05-08T23:59:59.999Z') }, {}, evening('08')],
    ['an event on Friday', { category: 'event', validFrom: new Date('2026-05-08T00:00:00Z') }, {}, evening('08')],
    ['a trip, on its last day', { validFrom: at('05-01T00:00'), validUntil: at('05-08T23:59') }, {}, evening('08')],
    ['a plan at ten o’clock', { validFrom: at('05-08T10:00') }, {}, [['05-08T12:00', '05-08T15:00']]],
    [
      'a plan at ten in the evening: the next morning',
      { validFrom: at('05-08T20:00') },
      {},
      [['05-09T08:00', '05-09T10:30']],
    ],
    [
      'where the evening is quiet, the next morning',
      { validUntil: at('05-08T23:59') },
      { quiet: { from: 17 * 60, until: 8 * 60 } },
      [['05-09T07:00', '05-09T09:30']],
    ],
    [
      'where it is quiet too long, not at all',
      { validUntil: at('05-08T23:59') },
      { quiet: { from: 17 * 60, until: 13 * 60 } },
      [],
    ],
    [
      'the day is the one that was meant, wherever they are',
      { validUntil: new Date('2026-05-08T23:59:59.999Z') },
      { zones: ['Asia/Tokyo'] },
      [['05-08T09:00', '05-08T11:30']],
    ],
    [
      'where they may be in several zones, an evening that suits all',
      { validUntil: new Date('2026-05-08T23:59:59.999Z') },
      { zones: ['America/Los_Angeles', 'America/New_York'] },
      [['05-08T22:00', '05-09T00:30']],
    ],
    ['nothing of health', { category: 'health', validUntil: at('05-08T23:59') }, {}, []],
    ['nothing that is not important', { importance: 4, validUntil: at('05-08T23:59') }, {}, []],
    ['no day of work', { category: 'work', validUntil: at('05-08T23:59') }, {}, []],
    ['nothing without a day', {}, {}, []],
    ['nothing that is over', { validUntil: at('05-06T23:59') }, {}, []],
    ['nothing that is weeks ahead', { validUntil: at('05-28T23:59') }, {}, []],
  ])('%s', (_, memory, person, expected) => {
    expect(times(memory, person)).toEqual(expected);
  });

  it('uses a memory of exactly the threshold', () => {
    const memory = { importance: 6, validUntil: at('05-08T23:59') };
    expect(moments(memory, {}, THURSDAY, { memoryImportanceThreshold: 6 })).toHaveLength(1);
    expect(moments(memory, {}, THURSDAY, { memoryImportanceThreshold: 7 })).toEqual([]);
  });

  it('the day is read in the zone in which it was meant', () => {
    const memory = { validUntil: new Date('2026-05-08T21:59:59.999Z') };
    expect(times(memory, { zones: ['Europe/Madrid'] }, THURSDAY, { timeZone: 'Europe/Madrid' })).toEqual([
      ['05-08T16:00', '05-08T18:30'],
    ]);
  });

  it('a birthday comes each year, in the morning', () => {
    const memory = { id: 'b', category: 'personal' as const, birthday: { month: 5, day: 7 } };
    expect(times(memory, {}, NOW)).toEqual([['05-07T08:00', '05-07T11:00']]);
    expect(moments(memory, {}, new Date('2027-05-05T12:00:00Z'))).toMatchObject([
      { key: 'b:2027-05-07', kind: 'birthday', memoryId: 'b' },
    ]);
    expect(moments(memory, {}, new Date('2026-08-01T12:00:00Z'))).toEqual([]);
  });

  it('tells no day in its reasons: they are kept as they are, and longer than the memory', () => {
    const memory = { birthday: { month: 5, day: 7 } };
    expect(moments(memory, {}, NOW)[0]!.reasons).toEqual([{ code: 'moment', detail: { kind: 'birthday' } }]);
  });

  it.each([
    [2027, '02-28'],
    [2028, '02-29'],
  ])('whoever was born on 29 February has a birthday in %i', (year, day) => {
    const memory = { id: 'b', birthday: { month: 2, day: 29 } };
    expect(moments(memory, {}, new Date(`${year}-02-27T12:00:00Z`))[0]?.key).toBe(`b:${year}-${day}`);
  });

  it('a birthday on New Year’s Day is seen on New Year’s Eve', () => {
    const memory = { birthday: { month: 1, day: 1 } };
    expect(times(memory, {}, new Date('2026-12-31T12:00:00Z'))).toEqual([['01-01T09:00', '01-01T12:00']]);
  });
});

function at(instant: string): Date {
  return new Date(`2026-${instant}:00Z`);
}

/** In London, in May. */
function evening(day: string): (readonly [string, string])[] {
  return [[`05-${day}T17:00`, `05-${day}T19:30`]];
}
