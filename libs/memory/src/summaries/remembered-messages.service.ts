import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { AbsorbedMessage } from '../absorb/absorption-step.js';
import { contentWords } from '../extraction/words.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';

/** Facts that matter so much, 1-10, make what is said about them matter. */
const IMPORTANT = 6;

/** What of a stretch may be summed up, and what matters in it. */
@Injectable()
export class RememberedMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: MemoryFacts,
  ) {}

  /** Without what was asked to be forgotten. */
  async of(
    { characterId, contactId }: MemoryOwner,
    messages: readonly AbsorbedMessage[],
  ): Promise<readonly AbsorbedMessage[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(FORGOTTEN_SQL, [
      ...[characterId, contactId, messages.map(({ id }) => id), messages.map(({ sentAt }) => sentAt)],
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
SELECT said.id FROM unnest($3::uuid[], $4::timestamptz[]) AS said (id, at)
WHERE EXISTS (SELECT FROM memory_forgotten WHERE character_id = $1 AND contact_id = $2 AND message_id = said.id)
  OR EXISTS (SELECT FROM memory_revisions WHERE character_id = $1 AND contact_id = $2 AND said.at <= forgotten_until)`;
