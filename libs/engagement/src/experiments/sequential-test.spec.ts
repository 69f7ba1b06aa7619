import { drawing, newArm, NOBODY, withPerson } from '../../testing/arm.js';
import type { ArmSums } from './arm-sums.js';
import { sequentialTest, type TestResult } from './sequential-test.js';

/** Looks after each person, and stops at the first decision. */
function lookAfterEach(seed: number, shares: readonly [number, number], most: number): TestResult['decided'] {
  const draw = drawing(seed);
  let arms: [ArmSums, ArmSums] = [NOBODY, NOBODY];
  for (let person = 0; person < most; person += 1) {
    const [control, variant] = arms;
    arms =
      draw() < 0.5
        ? [withPerson(control, draw() < shares[0] ? 1 : 0), variant]
        : [control, withPerson(variant, draw() < shares[1] ? 1 : 0)];
    const decided = sequentialTest(...arms)?.decided;
    if (decided) return decided;
  }
  return null;
}

function countOf(runs: number, shares: readonly [number, number], most: number): Record<string, number> {
  const found: Record<string, number> = { better: 0, worse: 0, null: 0 };
  for (let seed = 0; seed < runs; seed += 1) {
    const decided = String(lookAfterEach(seed, shares, most));
    found[decided] = (found[decided] ?? 0) + 1;
  }
  return found;
}

describe('sequentialTest', () => {
  it('says nothing of a few', () => {
    expect(sequentialTest(newArm(19, 5), newArm(500, 100))).toBeNull();
  });

  it('knows people who all did the same', () => {
    expect(sequentialTest(newArm(100, 0), newArm(100, 0))).toMatchObject({ difference: 0, decided: null });
    expect(sequentialTest(newArm(50, 50), newArm(50, 0))).toMatchObject({ difference: -1, decided: 'worse' });
  });

  it('tells the difference with its interval', () => {
    const found = sequentialTest(newArm(1000, 300), newArm(1000, 420));
    expect(found).toMatchObject({ difference: expect.closeTo(0.12), decided: 'better' });
    expect(found?.low).toBeGreaterThan(0);
    expect(found?.high).toBeLessThan(0.24);
    expect(found?.pValue).toBeLessThan(0.05);
  });

  it('decides just when its interval leaves zero out, and its p is below alpha', () => {
    for (let answered = 20; answered < 180; answered += 1) {
      const found = sequentialTest(newArm(200, 100), newArm(200, answered));
      expect(found && found.decided !== null).toBe(found && found.pValue < 0.05);
    }
  });

  it('is fooled by equal arms at most one time in twenty, though it is looked at after each person', () => {
    const { better = 0, worse = 0 } = countOf(2000, [0.3, 0.3], 400);
    expect(better + worse).toBeLessThanOrEqual(100);
  });

  it('finds a variant that is worse', () => {
    const { better = 0, worse = 0 } = countOf(100, [0.5, 0.2], 800);
    expect(better).toBe(0);
    expect(worse).toBeGreaterThanOrEqual(95);
  });
});
