import type { LlmErrorCode } from '../llm.errors.js';
import { fallsBack } from './fallback-decision.js';

describe('fallsBack', () => {
  it.each<[LlmErrorCode | 'llm.over-budget' | 'internal', boolean]>([
    ['llm.circuit-open', true],
    ['llm.overloaded', true],
    ['llm.rate-limited', true],
    ['llm.unavailable', true],
    ['llm.timeout', true],
    ['llm.interrupted', true],
    ['llm.empty-output', true],
    ['llm.unauthorized', true],
    ['llm.bad-request', false],
    ['llm.aborted', false],
    ['llm.refused', false],
    ['llm.invalid-output', false],
    ['llm.unsupported', false],
    ['llm.over-budget', false],
    ['internal', false],
  ])('after %s: %s', (code, expected) => {
    expect(fallsBack(code)).toBe(expected);
  });
});
