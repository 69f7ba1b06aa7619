import { dueChats } from './due-chats.js';

const HOUR = 3_600;
const NOON = 1_700_000_000;
const at = (seconds: number) => new Date(seconds * 1_000);

describe('dueChats', () => {
  const memory = (newest: Record<string, Date> = {}) => ({
    since: new Date(NOON * 1_000 + 700),
    newestIn: (ids: readonly string[]) =>
      Promise.resolve(new Map(Object.entries(newest).filter(([id]) => ids.includes(id)))),
    unknownOf: <T>(messages: readonly T[]) => Promise.resolve(messages),
  });

  it.each([
    ['one that we don’t know, from the second in which the account was made', {}, { t: NOON }, NOON],
    ['none in which nothing happened since', {}, { t: NOON - 1 }, null],
    [
      'one that we know, from ten minutes before its latest message',
      { a: at(NOON + HOUR) },
      { t: NOON + HOUR },
      NOON + HOUR - 600,
    ],
    ['none whose last word is far older than what we have', { a: at(NOON + HOUR) }, { t: NOON + HOUR - 601 }, null],
    [
      'one that we know by its other address',
      { b: at(NOON + HOUR) },
      { otherId: 'b', t: NOON + HOUR },
      NOON + HOUR - 600,
    ],
    [
      'one that we know by both, from the later',
      { a: at(NOON), b: at(NOON + HOUR) },
      { otherId: 'b', t: NOON + HOUR },
      NOON + HOUR - 600,
    ],
    ['one of which the page does not know when', {}, {}, NOON],
  ])('looks at %s', async (_, newest, chat, from) => {
    expect(await dueChats([{ id: 'a', ...chat }], memory(newest))).toEqual(from === null ? [] : [{ id: 'a', from }]);
  });
});
