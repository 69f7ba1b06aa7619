import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { SealedConversationWords } from './conversation-words.service.js';

/** Has what was made of talk forgotten with it: topics, mood, and titles that nobody gave. */
@Injectable()
export class ForgottenTalk {
  constructor(private readonly words: SealedConversationWords) {}

  /** Of all conversations of a person, in the caller's transaction. */
  async ofContact(manager: EntityManager, contactId: string): Promise<void> {
    await this.forget(manager, 'conversations.contact_id = $1', contactId);
  }

  /** Of these conversations, in the caller's transaction. */
  async ofChats(manager: EntityManager, chatIds: readonly string[]): Promise<void> {
    if (chatIds.length > 0) await this.forget(manager, 'conversations.chat_id = ANY($1::uuid[])', chatIds);
  }

  /** The rows in one order; the chats are not locked: whoever forgets holds what is known of the person, and others take that after the chat. */
  private async forget(manager: EntityManager, where: string, value: unknown): Promise<void> {
    const rows: KeptWords[] = await manager.query(
      `SELECT chats.id, chats.subject_id AS "subjectId", said, title_source AS "titleSource"
       FROM conversations JOIN chats ON chats.id = conversations.chat_id
       WHERE said IS NOT NULL AND ${where} ORDER BY chats.id FOR UPDATE OF conversations`,
      [value],
    );
    const before = await this.words.open(rows, manager);
    for (const [at, row] of rows.entries()) {
      const title = row.titleSource === 'custom' ? (before[at]?.title ?? null) : null;
      const said =
        title === null ? null : await this.words.seal(manager, row, { title, topics: [], currentTopic: null });
      await manager.query(
        'UPDATE conversations SET said = $2, title_source = $3, mood = NULL, intent = NULL WHERE chat_id = $1',
        [row.id, said, title === null ? null : 'custom'],
      );
    }
  }
}

interface KeptWords {
  readonly id: string;
  readonly subjectId: string;
  readonly said: Buffer;
  readonly titleSource: 'auto' | 'custom' | null;
}
