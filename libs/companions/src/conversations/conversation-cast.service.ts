import { Injectable } from '@nestjs/common';

import { RelationshipView } from '#memory';
import type { ConversationView } from '#messaging';

import { LikelyCharacters } from '../characters/rules/likely-characters.service.js';
import type { ShownConversation } from './shown-conversation.js';

/** Adds to conversations who answers in them, and how close the two are. */
@Injectable()
export class ConversationCast {
  constructor(
    private readonly characters: LikelyCharacters,
    private readonly relationships: RelationshipView,
  ) {}

  async one(conversation: ConversationView): Promise<ShownConversation> {
    const [shown] = await this.all([conversation]);
    if (!shown) throw new Error('a conversation was lost on its way');
    return shown;
  }

  async all(conversations: readonly ConversationView[]): Promise<ShownConversation[]> {
    const characters = await this.characterIds(conversations.map(({ id }) => id));
    const levels = new Map<string, Promise<number>>();
    const levelOf = (characterId: string, contactId: string): Promise<number> => {
      const pair = `${characterId}/${contactId}`;
      const level = levels.get(pair) ?? this.levelOf(characterId, contactId);
      levels.set(pair, level);
      return level;
    };
    return Promise.all(
      conversations.map(async (conversation) => {
        const characterId = characters.get(conversation.id) ?? '';
        const relationshipLevel = await levelOf(characterId, conversation.contactId);
        return { conversation, characterId, relationshipLevel };
      }),
    );
  }

  /** Who answers in a chat, or would. */
  async characterOf(chatId: string): Promise<string> {
    return (await this.characterIds([chatId])).get(chatId) ?? '';
  }

  characterIds(chatIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.characters.of(chatIds);
  }

  private async levelOf(characterId: string, contactId: string): Promise<number> {
    return (await this.relationships.of({ characterId, contactId }))?.level ?? 0;
  }
}
