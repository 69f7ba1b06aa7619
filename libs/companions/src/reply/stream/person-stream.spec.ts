import { jest } from '@jest/globals';
import fc from 'fast-check';

import { PersonStream } from './person-stream.js';
import { deltasOf, type ResponseChunk } from './response-chunk.js';

const head = { conversationId: 'chat', responseId: 'turn', characterId: 'alma', attempt: 2 };

describe('an answer that is watched', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function newStream() {
    const chunks: ResponseChunk[] = [];
    const typing: boolean[] = [];
    const stream = new PersonStream(head, {
      chunk: (chunk) => chunks.push(chunk),
      typing: (isTyping) => typing.push(isTyping),
    });
    const told = () => chunks.map(({ status, delta, at, sequence }) => [sequence, status, delta, at]);
    return { stream, chunks, typing, told };
  }

  it('is told in pieces, ten times a second at the most, and names who writes', () => {
    const { stream, chunks, typing, told } = newStream();
    stream.begin();
    stream.text('Hel');
    stream.text('lo. ');
    jest.advanceTimersByTime(100);
    stream.text('Bye.');
    stream.done();
    expect(told()).toEqual([
      [0, 'started', '', 0],
      [1, 'writing', 'Hello. ', 0],
      [2, 'writing', 'Bye.', 7],
      [3, 'done', '', 11],
    ]);
    expect(chunks[1]).toMatchObject(head);
    expect(typing).toEqual([true, false]);
  });

  it('goes on being written for as long as it takes, and ends', () => {
    const { stream, typing } = newStream();
    stream.begin();
    jest.advanceTimersByTime(7_000);
    stream.done();
    jest.advanceTimersByTime(7_000);
    expect(typing).toEqual([true, true, true, true, false]);
  });

  it.each(['cancelled', 'replaced'] as const)('is %s once, and nothing comes after', (status) => {
    const { stream, told } = newStream();
    stream.begin();
    stream.text('not this');
    stream[status]();
    stream.text('nor this');
    stream.done();
    stream.cancelled();
    jest.advanceTimersByTime(1_000);
    expect(told()).toEqual([
      [0, 'started', '', 0],
      [1, status, '', 0],
    ]);
  });

  it('fits into events, whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
        const deltas = deltasOf(text);
        expect(deltas.join('')).toBe(text);
        for (const delta of deltas) {
          expect(delta.isWellFormed()).toBe(true);
          expect(Buffer.byteLength(delta)).toBeLessThanOrEqual(4_096);
        }
      }),
    );
  });
});
