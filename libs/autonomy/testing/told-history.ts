import fc from 'fast-check';

import type { GroupEvent } from '../src/engine/group-event.js';
import type { MoodProfile } from '../src/moods/mood-profile.js';
import { NOON } from './told-group.js';

/** Talk that gathers momentum, and a long silence now and then. */
const SECONDS = fc.oneof(
  { weight: 20, arbitrary: fc.nat(30) },
  { weight: 10, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.nat(10_000) },
);
const MEMBER = fc.integer({ min: 1, max: 20 });
const TONE = fc.constantFrom(-1, -0.5, 0, 0.5, 1);

/** Once in so many times, and else nothing. */
function seldom<Value>(arbitrary: fc.Arbitrary<Value>, times: number): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const HAPPENING = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('message' as const),
      member: MEMBER,
      fromBot: seldom(fc.constant(true), 12),
      toMember: seldom(MEMBER, 12),
      toUs: seldom(fc.constant(true), 20),
      sentiment: seldom(TONE, 4),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reaction' as const),
      member: MEMBER,
      toUs: fc.boolean(),
      sentiment: TONE,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('activity' as const, 'join' as const, 'leave' as const),
      member: MEMBER,
    }),
  },
);

/** Some hours of a group: what happens, from talk that rushes to talk that dies. */
export const HISTORY: fc.Arbitrary<GroupEvent[]> = fc
  .array(fc.tuple(SECONDS, HAPPENING), { minLength: 20, maxLength: 300, size: 'max' })
  .map((happenings) => {
    let at = NOON;
    return happenings.map(([seconds, happening]) => ({ ...happening, at: (at += seconds) }));
  });

const SHARE = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);

/** Any mood. */
export const MOOD: fc.Arbitrary<MoodProfile> = fc.record({
  name: fc.constant('any'),
  energy: SHARE,
  sociability: SHARE,
  impulsiveness: SHARE,
  shares: fc.boolean(),
});
