import type { FailpointName } from '#kernel';

import { seededRandom } from '../seeded-random.js';

/** What is struck, and when. Delays count from the moment at which messages begin to come, in ms. */
export type Kill =
  /** `kill -9` of our process; its Chromium lives on, and may still send. */
  | { readonly kind: 'node'; readonly delayMs: number }
  | { readonly kind: 'chromium'; readonly delayMs: number }
  | { readonly kind: 'both'; readonly delayMs: number }
  /** Our process ends itself in the middle of a named step. */
  | { readonly kind: 'failpoint'; readonly name: FailpointName; readonly passes: number }
  /** WhatsApp takes what we send, its answers are lost, and then our process is killed. */
  | { readonly kind: 'lost-ack'; readonly delayMs: number }
  /** Everything is killed, and the browser's profile is one of before: a restored backup. */
  | { readonly kind: 'rollback'; readonly delayMs: number };

const LATEST_MS = 1_500;
const STEPS: readonly FailpointName[] = [
  'outbox.gated',
  'webjs.send.begun',
  'webjs.send.handed-over',
  'webjs.send.answered',
  'outbox.sent',
  'outbox.settled',
];
const RANDOM_KINDS = ['node', 'chromium', 'both', 'lost-ack', 'rollback'] as const;

/** Every second kill is a named step in turn, the others strike anywhere. The same seed gives the same plan. */
export function planKills(count: number, seed: number): Kill[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index): Kill => {
    const chance = random();
    const delayMs = Math.round(random() * LATEST_MS);
    if (index % 2 === 0) {
      const name = STEPS[(index / 2) % STEPS.length] ?? 'outbox.gated';
      return { kind: 'failpoint', name, passes: 1 + Math.floor(chance * 3) };
    }
    return { kind: RANDOM_KINDS[Math.floor(chance * RANDOM_KINDS.length)] ?? 'node', delayMs };
  });
}
