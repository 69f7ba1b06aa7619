import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { OutboxWriter, WebDelivery } from '#messaging';

import type { Character } from '../characters/character.js';
import { fillNames } from '../characters/sheet/fill-names.js';

/** What a character says first. It goes through the outbox, like everything that is said. */
@Injectable()
export class Greetings {
  constructor(
    private readonly outbox: OutboxWriter,
    private readonly delivery: WebDelivery,
  ) {}

  /** In the transaction that makes the chat; nothing where the character has none. `deliver` when that has ended. */
  async put(
    manager: EntityManager,
    chatId: string,
    { id, greeting, name }: Pick<Character, 'id' | 'greeting' | 'name'>,
  ): Promise<void> {
    if (greeting === null) return;
    const [person] = await manager.query<{ name: string | null }[]>(PERSON_SQL, [chatId]);
    const text = fillNames(greeting, { char: name, user: person?.name ?? 'you' });
    await this.outbox.put(manager, {
      ...{ chatId, texts: [text], origin: 'reply', draft: false },
      ...{ idempotencyKey: `greeting:${chatId}`, traits: { ...UNMADE, characterId: id } },
    });
  }

  /** What is not delivered now, because this process ends, any other delivers. */
  async deliver(chatId: string): Promise<void> {
    await this.delivery.deliver(chatId);
  }
}

/** No model was asked. */
const UNMADE = { tokens: null, generationTime: null, model: null, mood: null, nsfwLevel: null };

const PERSON_SQL = 'SELECT name FROM contacts WHERE id = (SELECT contact_id FROM chats WHERE id = $1)';
