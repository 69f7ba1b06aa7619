import type { AskedOfMemory, MemoryCommands } from '#memory';

import { ChatWishes } from './chat-wishes.service.js';

const ASKED: Omit<AskedOfMemory, 'text'> = {
  ...{ characterId: 'character', contactId: 'contact', chatId: 'chat', messageId: 'message' },
  ...{ saidAt: new Date(0), inGroup: false },
};

describe('ChatWishes', () => {
  const memory = {
    answer: ({ text }: AskedOfMemory) => Promise.resolve(text === 'forget everything' ? 'forgotten' : null),
  } as MemoryCommands;
  const kept: string[] = [];
  const keeper = {
    keep: (_: AskedOfMemory, { kind }: { readonly kind: string }) => {
      kept.push(kind);
      return Promise.resolve(`done: ${kind}`);
    },
  };

  it('asks the memory first, then the keeper, and leaves talk alone', async () => {
    const wishes = new ChatWishes(memory);
    wishes.attach(keeper);
    const answers = ['forget everything', 'write me less', 'how are you'].map((text) =>
      wishes.answer({ ...ASKED, text }),
    );
    expect(await Promise.all(answers)).toEqual(['forgotten', 'done: less', null]);
    expect(kept).toEqual(['less']);
  });

  it('takes a wish for talk where nobody keeps it', async () => {
    expect(await new ChatWishes(memory).answer({ ...ASKED, text: 'write me less' })).toBeNull();
  });
});
