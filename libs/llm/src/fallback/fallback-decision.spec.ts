import type { LlmErrorCode } from '../llm.errors.js';
import type { Purpose } from '../port/completion-request.js';
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
    expect(fallsBack({ code, purpose: 'tagging', to: 'openai-compatible' })).toBe(expected);
    expect(fallsBack({ code, purpose: 'chat', to: 'offline' })).toBe(expected);
  });

  it.each<[Purpose, boolean]>([
    ['chat', true],
    ['tagging', false],
    ['extraction', false],
    ['summary', false],
  ])('to the offline model for %s: %s', (purpose, expected) => {
    expect(fallsBack({ code: 'llm.overloaded', purpose, to: 'offline' })).toBe(expected);
  });
});
