import fc from 'fast-check';

import { ChatLanes } from './chat-lanes.js';

interface Numbered {
  readonly seq: string;
  readonly chat: string;
}

const queued = (seq: number, chat: string): Numbered => ({ seq: String(seq), chat });

describe('ChatLanes', () => {
  it('keeps the order of each chat, one at a time, whatever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 12 }),
        async (s, chats) => {
          const worked: Numbered[] = [];
          const busy = new Set<string>();
          const lanes = new ChatLanes<Numbered>(
            async (message) => {
              expect(busy.has(message.chat)).toBe(false);
              busy.add(message.chat);
              await s.schedule(Promise.resolve());
              busy.delete(message.chat);
              worked.push(message);
              return true;
            },
            () => undefined,
          );
          chats.forEach((chat, index) => {
            lanes.push(queued(index, `${chat}`));
          });
          await s.waitFor(lanes.settled());
          expect(worked).toHaveLength(chats.length);
          for (const chat of ['0', '1', '2']) {
            const seqs = worked.filter((message) => message.chat === chat).map(({ seq }) => Number(seq));
            expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
          }
        },
      ),
    );
  });

  it('lets the rest of a chat go when it has to wait', async () => {
    const letGo: Numbered[] = [];
    const lanes = new ChatLanes<Numbered>(
      ({ seq }) => Promise.resolve(seq !== '2'),
      (messages) => letGo.push(...messages),
    );
    for (const seq of [1, 2, 3, 4]) lanes.push(queued(seq, 'a'));
    await lanes.settled();
    expect(letGo.map(({ seq }) => seq)).toEqual(['3', '4']);
  });
});
