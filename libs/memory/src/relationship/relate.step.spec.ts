import { RelateStep } from './relate.step.js';

const MINUTE_MS = 60_000;

describe('RelateStep', () => {
  const step = new RelateStep(
    ...([undefined, undefined, undefined, undefined, undefined] as unknown as ConstructorParameters<typeof RelateStep>),
  );

  it.each([
    ['nothing of the person', { messages: 3, fromContacts: 0, idleMs: 60 * MINUTE_MS }, false],
    ['a word a moment ago', { messages: 1, fromContacts: 1, idleMs: MINUTE_MS }, false],
    ['a word, and quiet since', { messages: 1, fromContacts: 1, idleMs: 6 * MINUTE_MS }, true],
    ['a lively talk', { messages: 15, fromContacts: 8, idleMs: 0 }, true],
    ['many of our own', { messages: 50, fromContacts: 0, idleMs: 0 }, true],
  ])('%s', (_, waiting, due) => {
    expect(step.isDue(waiting)).toBe(due);
  });
});
