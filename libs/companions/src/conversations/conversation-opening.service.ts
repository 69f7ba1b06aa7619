import { Injectable } from '@nestjs/common';

import { Conversations, type ConversationView } from '#messaging';
import type { Viewer } from '#security';

import { ChatChoices } from '../characters/rules/chat-choices.service.js';
import { Greetings } from './greetings.service.js';
import { OpenCharacters } from './open-characters.service.js';

interface Opening {
  readonly contactId: string;
  /** Id or slug of the character. */
  readonly characterId: string;
  readonly title?: string;
  readonly clientId?: string;
}

/** Chosen whatever the rules say. */
const FOR_THIS_CHAT = null;

/** Begins conversations: with the character that was asked for, who says its greeting. */
@Injectable()
export class ConversationOpening {
  constructor(
    private readonly open: OpenCharacters,
    private readonly choices: ChatChoices,
    private readonly conversations: Conversations,
    private readonly greetings: Greetings,
  ) {}

  /** Wholly or not at all; again with the same `clientId`, it is the one of the first time. @throws AppError `character.not-found`, `character.adults-only` */
  async begin(viewer: Viewer, { characterId, ...wish }: Opening): Promise<ConversationView> {
    const character = await this.open.find(characterId, viewer, wish.contactId);
    const { id } = await this.conversations.create(wish, async (manager, chatId) => {
      await this.choices.choose(chatId, character.id, FOR_THIS_CHAT, manager);
      await this.greetings.put(manager, chatId, character);
    });
    await this.greetings.deliver(id);
    return this.conversations.find(viewer, id);
  }
}
