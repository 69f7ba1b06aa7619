import { isBraked } from './is-braked.js';

describe('isBraked, by PROACTIVE_MAX_OPT_OUT_SHARE', () => {
  it.each([
    ['nothing sent', { sent: 0, people: 0, left: 0 }, false],
    ['one STOP among few says nothing', { sent: 19, people: 19, left: 5 }, false],
    ['as many as may be', { sent: 20, people: 20, left: 1 }, false],
    ['more than that', { sent: 20, people: 20, left: 2 }, true],
    ['it is people that count', { sent: 40, people: 20, left: 2 }, true],
  ])('%s', (_, reached, braked) => {
    expect(isBraked(reached, 0.05)).toBe(braked);
  });
});
