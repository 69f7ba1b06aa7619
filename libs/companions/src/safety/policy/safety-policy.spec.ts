import fc from 'fast-check';

import { DANGERS } from '../classify/danger-rules.js';
import { safetyPolicy, type PolicyQuestion } from './safety-policy.js';

const OPERATORS = ['off', 'soften', 'allow'] as const;
const MATURITIES = ['general', 'mature'] as const;
const ADULTHOODS = ['confirmed', 'unknown', 'minor'] as const;
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const NONE = { forbidden: false, dangers: [] } as const;
/** One letter for what is done at each level, 0 to 10: answer, soften, decline. */
const CHILD = 'aassddddddd';
const TENDER = 'aaaassddddd';

const EVERY_LEVEL: readonly (readonly [
  age: number,
  maturity: 'general' | 'mature',
  adult: 'confirmed' | 'unknown' | 'minor',
  operator: 'off' | 'soften' | 'allow',
  done: string,
])[] = [17, 30].flatMap((age) =>
  MATURITIES.flatMap((maturity) =>
    ADULTHOODS.flatMap((adult) =>
      OPERATORS.map((operator) => [age, maturity, adult, operator, expected(age, maturity, adult, operator)] as const),
    ),
  ),
);

function expected(age: number, maturity: string, adult: string, operator: string): string {
  if (maturity === 'mature' && adult === 'minor') return 'ddddddddddd';
  if (age < 18 || adult === 'minor') return CHILD;
  if (adult === 'unknown' || operator === 'off' || maturity === 'general') return TENDER;
  return operator === 'allow' ? 'aaaaaaaaaad' : 'aaaaaaasssd';
}

const question = fc.record<PolicyQuestion>({
  character: fc.record({ age: fc.integer({ min: 0, max: 99 }), maturity: fc.constantFrom(...MATURITIES) }),
  person: fc.record({ adult: fc.constantFrom(...ADULTHOODS) }),
  operator: fc.constantFrom(...OPERATORS),
  level: fc.double({ min: 0, max: 10, noNaN: true }),
  flags: fc.record({ forbidden: fc.boolean(), dangers: fc.subarray([...DANGERS]) }),
});

describe('safetyPolicy', () => {
  it.each(EVERY_LEVEL)(
    'a character of %i, %s, a person %s, the setting %s: %s',
    (age, maturity, adult, operator, done) => {
      const actions = LEVELS.map((level) =>
        safetyPolicy({ character: { age, maturity }, person: { adult }, operator, level, flags: NONE }),
      );
      expect(actions.map(({ action }) => action[0]).join('')).toBe(done);
    },
  );

  it.each([
    ['self-harm', 'care'],
    ['abuse', 'care'],
    ['violence', 'care'],
    ['medical', 'care'],
    ['threat', 'hand-over'],
  ] as const)('%s: %s, whatever else holds', (danger, action) => {
    fc.assert(
      fc.property(question, (asked) => {
        const flags = { ...asked.flags, dangers: [danger] };
        expect(safetyPolicy({ ...asked, flags })).toMatchObject({ action, reason: `danger:${danger}` });
      }),
    );
  });

  it('never lets more than tenderness through where anybody may be under age', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const young = asked.character.age < 18 || asked.person.adult !== 'confirmed' || asked.flags.forbidden;
        const { action, ceiling } = safetyPolicy(asked);
        if (young) expect(ceiling).toBeLessThanOrEqual(3);
        if (young && asked.level > 3) expect(action).not.toBe('answer');
        if (asked.flags.forbidden) expect(['decline', 'care', 'hand-over']).toContain(action);
        expect(ceiling).toBeLessThan(10);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets nothing through that has no level, or a character without an age', () => {
    const asked: PolicyQuestion = {
      character: { age: 30, maturity: 'mature' },
      person: { adult: 'confirmed' },
      operator: 'allow',
      level: NaN,
      flags: NONE,
    };
    expect(safetyPolicy(asked)).toMatchObject({ action: 'decline', ceiling: 2 });
    expect(safetyPolicy({ ...asked, character: { age: NaN, maturity: 'mature' }, level: 5 })).toMatchObject({
      action: 'decline',
      reason: 'minor',
    });
  });
});
