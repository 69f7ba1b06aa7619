import { isTitleDue } from './is-title-due.js';

describe('isTitleDue', () => {
  it.each([
    ['after the first answer there is nothing to name yet', 1, false, false, false],
    ['after the second one there is', 2, false, false, true],
    ['a title that could not be made is made with the next answer', 3, false, false, true],
    ['but not with every one for ever', 7, false, false, false],
    ['now and then it is', 10, false, false, true],
    ['a title holds for a while', 19, true, false, false],
    ['and is looked at anew', 40, true, false, true],
    ['what somebody gave stays', 2, false, true, false],
    ['for good', 40, true, true, false],
  ])('%s', (_, answers, hasTitle, custom, due) => {
    expect(isTitleDue({ answers, hasTitle, custom })).toBe(due);
  });
});
