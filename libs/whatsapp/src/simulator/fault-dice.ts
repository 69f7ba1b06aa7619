import type { Fault, FaultScript } from './fault-script.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Whether a fault strikes this message. Depends on nothing but its arguments, so a run can be repeated whatever the timing. */
export function strikes(script: FaultScript, fault: Fault, messageId: string): boolean {
  const chance = script[fault];
  return chance > 0 && roll(script.seed, `${fault}:${messageId}`) < chance;
}

/** A number from 0 (included) to 1 (excluded), the same for the same seed and name: FNV-1a, then murmur3's finaliser. */
export function roll(seed: number, name: string): number {
  let hash = FNV_OFFSET;
  for (const unit of `${seed}:${name}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
