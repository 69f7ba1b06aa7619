import { mayTalkTo } from './may-talk-to.js';

describe('mayTalkTo', () => {
  it.each([
    ['active', 'general', 'unknown', true],
    ['active', 'general', 'minor', true],
    ['active', 'mature', 'confirmed', true],
    ['active', 'mature', 'unknown', false],
    ['active', 'mature', 'minor', false],
    ['retired', 'general', 'confirmed', false],
    ['retired', 'mature', 'confirmed', false],
  ] as const)('%s and %s, for somebody who is an adult: %s', (status, maturity, adult, may) => {
    expect(mayTalkTo({ status, maturity }, adult)).toBe(may);
  });
});
