import { SummariseStep } from './summarise.step.js';

describe('SummariseStep', () => {
  it.each([
    [20, 69, false],
    [20, 70, true],
    [10, 60, true],
    [10, 59, false],
    // More than a hundred are not counted.
    [200, 100, true],
  ])('with a window of %i, %i messages that wait: %s', (contextWindow, messages, due) => {
    const parts = [undefined, undefined, undefined, { contextWindow }, undefined] as unknown;
    const step = new SummariseStep(...(parts as ConstructorParameters<typeof SummariseStep>));
    expect(step.isDue({ messages, fromContacts: messages, idleMs: 0 })).toBe(due);
  });
});
