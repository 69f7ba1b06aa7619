import { callsForDuty } from './calls-for-duty.js';

describe('callsForDuty', () => {
  it.each<[readonly string[], boolean]>([
    [['hello, how are you?'], false],
    [['I love you', 'stop it'], false],
    [['what do you know about me?'], false],
    [[''], false],
    [[], false],
    [['I want to kill myself'], true],
    [['ok', 'ya no quiero vivir'], true],
    [['my husband beats me'], true],
    [["I'm 15"], true],
    [['forget everything about me'], true],
    [['olvida todo sobre mí'], true],
    [['remember that I am allergic to nuts'], true],
    [['report'], true],
    [['ok', 'stop texting me first'], true],
    [['no me escribas antes de las diez'], true],
    [['not before dinner'], false],
  ])('%j: %s', (texts, needed) => {
    expect(callsForDuty(texts)).toBe(needed);
  });

  it('takes no time over ten megabytes', () => {
    expect(callsForDuty([`${'a b '.repeat(2_500_000)}I want to kill myself`])).toBe(true);
  });
});
