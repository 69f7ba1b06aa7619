import type { ArmSums } from '../src/experiments/arm-sums.js';

export const NOBODY: ArmSums = { people: 0, shares: 0, squares: 0, optOuts: 0 };

/** With one more person, who answered this share. */
export function withPerson(arm: ArmSums, share: number, optedOut = false): ArmSums {
  return {
    people: arm.people + 1,
    shares: arm.shares + share,
    squares: arm.squares + share ** 2,
    optOuts: arm.optOuts + (optedOut ? 1 : 0),
  };
}

/** So many people, each written to once, of whom so many answered and so many opted out. */
export function newArm(people: number, answered: number, optOuts = 0): ArmSums {
  return { people, shares: answered, squares: answered, optOuts };
}

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
