import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { SpokenMessage } from '#messaging';

import { contentWords } from '../extraction/words.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';

/** Facts that matter so much, 1-10, make what is said about them matter. */
const IMPORTANT = 6;

/** What of a conversation may be told on, and what matters in it. */
@Injectable()
export class RememberedMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: MemoryFacts,
  ) {}

  /** Without what its speaker asked to be forgotten. In a direct chat, our own words are part of what was said with the contact. */
  async of<T extends Pick<SpokenMessage, 'id' | 'sentAt' | 'senderId'>>(
    characterId: string,
    contactId: string | null,
    messages: readonly T[],
  ): Promise<readonly T[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(FORGOTTEN_SQL, [
      characterId,
      messages.map(({ id }) => id),
      messages.map(({ sentAt }) => sentAt),
      messages.map(({ senderId }) => contactId ?? senderId),
    ]);
    const forgotten = new Set(rows.map(({ id }) => id));
    return messages.filter(({ id }) => !forgotten.has(id));
  }

  async importantWords(owner: MemoryOwner): Promise<ReadonlySet<string>> {
    const facts = await this.facts.candidates({ ...owner, groupId: null });
    return new Set(facts.filter(({ importance }) => importance >= IMPORTANT).flatMap(({ text }) => contentWords(text)));
  }
}

const FORGOTTEN_SQL = `
SELECT said.id FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[]) AS said (id, at, contact_id)
WHERE EXISTS (SELECT FROM memory_forgotten AS asked
    WHERE asked.character_id = $1 AND asked.contact_id = said.contact_id AND asked.message_id = said.id)
  OR EXISTS (SELECT FROM memory_revisions AS asked
    WHERE asked.character_id = $1 AND asked.contact_id = said.contact_id AND said.at <= asked.forgotten_until)`;
