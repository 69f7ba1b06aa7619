import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { DataKeys, FieldCipher, openField, type FieldAddress } from '#security';

/** What is kept of the words of a conversation. */
export interface ConversationWords {
  readonly title: string | null;
  readonly topics: readonly string[];
  readonly currentTopic: string | null;
}

/** Where the words of a conversation are. */
export interface SealedWords {
  /** The chat's id. */
  readonly id: string;
  readonly subjectId: string;
  readonly said: Buffer | null;
}

const NONE: ConversationWords = { title: null, topics: [], currentTopic: null };

/** Seals title and topics of conversations, and opens them. */
@Injectable()
export class SealedConversationWords {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly keys: DataKeys,
  ) {}

  seal(
    manager: EntityManager,
    { id, subjectId }: Omit<SealedWords, 'said'>,
    words: ConversationWords,
  ): Promise<Buffer> {
    return this.cipher.seal(subjectId, addressOf(id), JSON.stringify(words), manager);
  }

  /**
   * In order; none where nothing was kept, and where the person's key was erased. In a transaction give its manager: to wait for a second
   * connection while holding one is how a pool runs dry.
   */
  async open(rows: readonly SealedWords[], manager?: EntityManager): Promise<ConversationWords[]> {
    const subjects = rows.flatMap(({ subjectId, said }) => (said ? [subjectId] : []));
    const keys = subjects.length > 0 ? await this.keys.find([...new Set(subjects)], manager) : undefined;
    return rows.map(({ id, subjectId, said }) => {
      const key = keys?.get(subjectId);
      if (!said || !key) return NONE;
      return { ...NONE, ...(JSON.parse(openField(key, addressOf(id), said)) as Partial<ConversationWords>) };
    });
  }
}

function addressOf(chatId: string): FieldAddress {
  return { table: 'conversations', column: 'said', rowId: chatId };
}
