import type { ImportedMessage } from './imported-message.js';
import { wholeMinutes } from './whole-minutes.js';

const at = (minute: number) => ({ sentAt: new Date(minute * 60_000 + 30_000) }) as ImportedMessage;

async function sizes(chunks: readonly (readonly ImportedMessage[])[]): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of wholeMinutes(
    (async function* () {
      yield* chunks;
      await Promise.resolve();
    })(),
  ))
    found.push(batch.length);
  return found;
}

describe('wholeMinutes', () => {
  const many = (count: number, minute: number) => Array.from({ length: count }, () => at(minute));

  it.each([
    ['nothing', [], []],
    ['a few', [many(3, 1), many(2, 2)], [5]],
    ['a thousand, and the rest of its last minute', [many(999, 1), many(5, 2), many(7, 3)], [1_004, 7]],
    ['a minute that never ends', [many(12_000, 1)], [5_000, 5_000, 2_000]],
  ])('%s', async (_, chunks, expected) => {
    expect(await sizes(chunks)).toEqual(expected);
  });
});
