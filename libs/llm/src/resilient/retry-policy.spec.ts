import fc from 'fast-check';

import { llmError } from '../llm.errors.js';
import { retryDelay } from './retry-policy.js';

const POLICY = { maxAttempts: 4, baseMs: 100, capMs: 300, totalMs: 10_000 };
const overloaded = llmError('llm.overloaded');

describe('retryDelay', () => {
  it.each([
    ['the first wait, no jitter', { attempt: 1, random: 0 }, 50],
    ['doubles', { attempt: 2, random: 0 }, 100],
    ['is capped', { attempt: 3, random: 0 }, 150],
    ['with jitter', { attempt: 1, random: 0.5 }, 75],
    ['the last attempt', { attempt: 4 }, undefined],
    ['no time left', { elapsedMs: 9_990 }, undefined],
    ['retry-after wins over a shorter wait', { error: limited(5) }, 5_000],
    ['retry-after of nothing', { error: limited(0) }, 50],
    ['retry-after beyond the total', { error: limited(60) }, undefined],
    ['a wrong key', { error: llmError('llm.unauthorized') }, undefined],
    ['a wrong request', { error: llmError('llm.bad-request') }, undefined],
    ['taken back', { error: llmError('llm.aborted') }, undefined],
    ['an open circuit', { error: llmError('llm.circuit-open') }, undefined],
  ])('%s', (_, attempt, delay) => {
    expect(retryDelay({ error: overloaded, attempt: 1, elapsedMs: 0, random: 0, ...attempt }, POLICY)).toBe(delay);
  });

  it('never begins an attempt after the total, and never waits less than retry-after', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(12_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(20),
        (attempt, elapsedMs, random, after) => {
          const delay = retryDelay({ error: limited(after), attempt: attempt + 1, elapsedMs, random }, POLICY);
          if (delay === undefined) return;
          expect(elapsedMs + delay).toBeLessThanOrEqual(POLICY.totalMs);
          expect(delay).toBeGreaterThanOrEqual(after * 1000);
        },
      ),
    );
  });
});

function limited(retryAfterSeconds: number) {
  return llmError('llm.rate-limited', { retryAfterSeconds });
}
