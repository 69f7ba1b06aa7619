import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ChatReader } from '#messaging';

import { AnsweringRuleBook } from './answering-rule-book.service.js';
import { ChatFactsReader } from './chat-facts.service.js';
import { chooseCharacter } from './choose-character.js';

/** Tells who would answer in chats, and chooses nobody for good. */
@Injectable()
export class LikelyCharacters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: AnsweringRuleBook,
    private readonly facts: ChatFactsReader,
    private readonly chats: ChatReader,
  ) {}

  /** Of each chat the id of the character that answered it last, else of the one that the rules name. */
  async of(chatIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stored = await this.dataSource.query<{ chat: string; character: string }[]>(CHOSEN_SQL, [chatIds]);
    const likely = new Map(stored.map(({ chat, character }) => [chat, character]));
    if (chatIds.every((chatId) => likely.has(chatId))) return likely;
    const { rules, defaultCharacterId } = await this.book.read();
    for (const chatId of chatIds) {
      if (likely.has(chatId)) continue;
      if (rules.length === 0) likely.set(chatId, defaultCharacterId);
      else {
        const facts = await this.facts.of(await this.chats.find(chatId));
        likely.set(chatId, chooseCharacter(rules, facts, defaultCharacterId));
      }
    }
    return likely;
  }
}

const CHOSEN_SQL = `
SELECT chat_id AS chat, character_id AS character FROM character_chats JOIN characters ON characters.id = character_id
WHERE chat_id = ANY($1::uuid[]) AND status = 'active'`;
