import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { ChatReader, OutboxWriter, WebDelivery } from '#messaging';

import type { Character } from '../characters/character.js';
import { fillNames } from '../characters/sheet/fill-names.js';

/** What a character says first. It goes through the outbox, like everything that is said, and is said once. */
@Injectable()
export class Greetings {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxWriter,
    private readonly delivery: WebDelivery,
    private readonly chats: ChatReader,
  ) {}

  /** Nothing where the character has none. */
  async say(chatId: string, { greeting, name }: Pick<Character, 'greeting' | 'name'>): Promise<void> {
    if (greeting === null) return;
    const text = fillNames(greeting, { char: name, user: (await this.chats.find(chatId)).contactName ?? 'you' });
    await this.transactions.run((manager) =>
      this.outbox.put(manager, {
        ...{ chatId, texts: [text], origin: 'reply', draft: false },
        idempotencyKey: `greeting:${chatId}`,
      }),
    );
    await this.delivery.deliver(chatId);
  }
}
