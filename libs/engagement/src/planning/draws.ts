import { seeded } from './seeded.js';

const UINT32 = 2 ** 32;

/**
 * Many draws by one seed: for each number another one from 0 to below 1, always the same, and none tells of another. One hash for all of
 * them; the numbers are spread by the finaliser of MurmurHash3.
 */
export function drawsOf(seed: string): (of: number) => number {
  const start = Math.floor(seeded(seed) * UINT32);
  return (of) => {
    let mixed = start ^ (of % UINT32) ^ Math.floor(of / UINT32);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / UINT32;
  };
}
