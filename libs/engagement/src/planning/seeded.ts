import { createHash } from 'node:crypto';

const BITS = 48;

/** A number from 0 to below 1 that looks random and is always the same for the same seed. */
export function seeded(seed: string): number {
  return (
    createHash('sha256')
      .update(seed)
      .digest()
      .readUIntBE(0, BITS / 8) /
    2 ** BITS
  );
}
