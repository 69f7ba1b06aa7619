import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { BlindIndex } from '#security';

import type { MemoryOperation } from '../facts/memory-operation.js';
import type { MemoryOwner } from '../facts/memory-scope.js';

/** Keeps what people asked to forget from coming back out of messages that were said before they asked. */
@Injectable()
export class ForgottenWords {
  constructor(private readonly index: BlindIndex) {}

  /** The operations without those. */
  async leaveOut(
    manager: EntityManager,
    { characterId, contactId }: MemoryOwner,
    operations: readonly MemoryOperation[],
  ): Promise<readonly MemoryOperation[]> {
    if (operations.length === 0) return operations;
    const rows: { place: string }[] = await manager.query(LEFT_OUT_SQL, [
      characterId,
      contactId,
      operations.map(({ text }) => this.index.vector(text)),
      operations.map(({ saidAt }) => saidAt),
    ]);
    const left = new Set(rows.map(({ place }) => Number(place) - 1));
    return operations.filter((_, index) => !left.has(index));
  }
}

const LEFT_OUT_SQL = `
SELECT place FROM unnest($3::text[], $4::timestamptz[]) WITH ORDINALITY AS told (words, said_at, place)
WHERE EXISTS (
  SELECT 1 FROM memory_requests WHERE character_id = $1 AND contact_id = $2 AND at >= told.said_at
    AND memory_requests.words IS NOT NULL AND told.words::tsvector @@ memory_requests.words::tsquery)`;
