import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { CharacterChatEntity } from './character-chat.entity.js';

/** A silence of so long ends a conversation. */
const CONVERSATION_GAP_MS = 6 * 3_600_000;
/** How exactly is known when a chat was last answered. */
const NOTED_MS = 10 * 60_000;

export type ChatChoice = Pick<CharacterChatEntity, 'characterId' | 'revision' | 'usedAt'>;

/** Remembers who answers in a chat, so that nobody is changed in the middle of a conversation. */
@Injectable()
export class ChatChoices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What holds in the chat by the rules of `revision`; null when it is time to choose. */
  async standing(chatId: string, revision: number): Promise<ChatChoice | null> {
    const choice = await this.dataSource.manager.findOneBy(CharacterChatEntity, { chatId });
    if (choice?.revision === null) return choice;
    if (!choice) return null;
    const goesOn = this.clock.now().getTime() - choice.usedAt.getTime() < CONVERSATION_GAP_MS;
    return goesOn && choice.revision === revision ? choice : null;
  }

  /** A `revision` of null is a choice for this chat, whatever the rules say. */
  async choose(
    chatId: string,
    characterId: string,
    revision: number | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO character_chats (chat_id, character_id, revision, used_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (chat_id) DO UPDATE SET character_id = excluded.character_id, revision = excluded.revision, used_at = excluded.used_at
       WHERE excluded.revision IS NULL OR character_chats.revision IS NOT NULL`,
      [chatId, characterId, revision, this.clock.now()],
    );
  }

  /** The conversation goes on. */
  async used(chatId: string, { usedAt }: ChatChoice): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - usedAt.getTime() < NOTED_MS) return;
    await this.dataSource.manager.update(CharacterChatEntity, { chatId }, { usedAt: now });
  }

  /** The rules hold again. */
  async release(chatId: string): Promise<void> {
    await this.dataSource.manager.delete(CharacterChatEntity, { chatId });
  }
}
