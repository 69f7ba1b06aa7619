import * as fc from 'fast-check';

import type { CharacterResponse } from '../socket/chat-events.js';
import { writtenOn, type WritingReply } from './writing-reply.js';

const piece = (values: Partial<CharacterResponse>): CharacterResponse => ({
  conversationId: 'c',
  responseId: 'r',
  characterId: null,
  attempt: 1,
  sequence: 0,
  status: 'writing',
  delta: '',
  at: 0,
  ...values,
});
const started = piece({ status: 'started' });
const hello = piece({ sequence: 1, delta: 'Hello', at: 0 });
const world = piece({ sequence: 2, delta: ' world', at: 5 });
const after = (...pieces: CharacterResponse[]) => pieces.reduce<WritingReply | null>(writtenOn, null);

describe('writtenOn', () => {
  it.each([
    ['grows piece by piece', [started, hello, world], 'Hello world'],
    ['is whole at its end', [started, hello, world, piece({ sequence: 3, status: 'done', at: 11 })], 'Hello world'],
    ['takes a piece once', [started, hello, hello], 'Hello'],
    ['waits for the message when a piece was missed', [started, world], null],
    ['waits for the message when the beginning was missed', [world], null],
    ['stays so', [started, world, piece({ sequence: 3, delta: '!', at: 11 })], null],
    ['drops what was taken back', [started, hello, piece({ sequence: 2, status: 'replaced' })], null],
    ['begins anew at another attempt', [started, hello, piece({ attempt: 2, status: 'started' })], ''],
    ['begins anew in the middle of another attempt', [started, hello, piece({ attempt: 2, sequence: 3, at: 9 })], null],
    ['forgets an older attempt', [piece({ attempt: 2, status: 'started' }), hello], ''],
    ['makes place for another answer', [started, hello, piece({ responseId: 's', status: 'started' })], ''],
  ])('%s', (_, pieces, text) => {
    expect(after(...pieces)?.text).toBe(text);
  });

  it('ends when it is cancelled', () => {
    expect(after(started, hello, piece({ sequence: 2, status: 'cancelled' }))).toBeNull();
  });

  it('shows the text or nothing, whichever pieces are lost, doubled or late', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.array(fc.nat(20)), (deltas, order) => {
        const text = deltas.join('');
        const pieces = [
          started,
          ...deltas.map((delta, index) =>
            piece({ sequence: index + 1, delta, at: deltas.slice(0, index).join('').length }),
          ),
        ];
        let reply: WritingReply | null = null;
        for (const place of order) {
          reply = writtenOn(reply, pieces[place % pieces.length] ?? started);
          expect(text.startsWith(reply?.text ?? '')).toBe(true);
        }
      }),
    );
  });
});
