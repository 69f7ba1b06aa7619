import { hoursAgo, inHours, newMemory, newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { nextLook, type LookOutcome } from './next-look.js';

const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('nextLook', () => {
  it.each<[string, LookOutcome, GivenPerson, Date | null]>([
    ['refused until they write', { kind: 'refused', lookAgainAt: null }, {}, null],
    ['refused for a while', { kind: 'refused', lookAgainAt: inHours(100) }, {}, inHours(100)],
    ['never in a circle', { kind: 'refused', lookAgainAt: hoursAgo(1) }, {}, inMinutes(1)],
    ['when the moment can be planned', { kind: 'later', at: inHours(10) }, {}, inHours(7)],
    ['no room among all', { kind: 'walled' }, {}, inMinutes(15)],
    ['after its plan', { kind: 'planned' }, {}, inHours(4)],
    ['nothing to be foreseen', { kind: 'nothing' }, {}, inHours(12)],
    ['when the first type comes', { kind: 'nothing' }, { lastHeardAt: inHours(3) }, inHours(2)],
    [
      'before the moment of a memory',
      { kind: 'nothing' },
      { memories: [newMemory({ category: 'plan', validUntil: new Date('2026-05-06T23:59:00Z') })] },
      inHours(2),
    ],
  ])('%s', (_, outcome, person, expected) => {
    expect(nextLook(outcome, newPerson(person), newPolicy(), NOW)).toEqual(expected);
  });
});
