import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Statements, type Statement } from '#database';
import { BlindIndex } from '#security';

import type { MemoryOperation } from '../facts/memory-operation.js';
import type { MemoryOwner } from '../facts/memory-scope.js';

/** Something that a contact said, or, in private, that was said to them. */
export interface SaidWords {
  readonly id: string;
  readonly contactId: string;
  readonly text: string;
  readonly at: Date;
}

/** Keeps what people asked to forget from coming back out of messages that were said before they asked. */
@Injectable()
export class ForgottenWords {
  constructor(
    private readonly index: BlindIndex,
    private readonly statements: Statements,
  ) {}

  /** Ids of what was said before its contact asked to forget just that. */
  async among(characterId: string, said: readonly SaidWords[]): Promise<readonly string[]> {
    if (said.length === 0) return [];
    const rows = await this.statements.run<{ id: string }>(AMONG, [
      characterId,
      said.map(({ id }) => id),
      said.map(({ contactId }) => contactId),
      said.map(({ text }) => this.index.vector(text)),
      said.map(({ at }) => at),
    ]);
    return rows.map(({ id }) => id);
  }

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

const AMONG: Statement = {
  name: 'memory.forgotten-words',
  text: `
SELECT said.id FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) AS said (id, contact_id, words, at)
WHERE EXISTS (
  SELECT 1 FROM memory_requests AS request WHERE request.character_id = $1 AND request.contact_id = said.contact_id
    AND request.at >= said.at AND request.words IS NOT NULL AND said.words::tsvector @@ request.words::tsquery)`,
};

const LEFT_OUT_SQL = `
SELECT place FROM unnest($3::text[], $4::timestamptz[]) WITH ORDINALITY AS told (words, said_at, place)
WHERE EXISTS (
  SELECT 1 FROM memory_requests WHERE character_id = $1 AND contact_id = $2 AND at >= told.said_at
    AND memory_requests.words IS NOT NULL AND told.words::tsvector @@ memory_requests.words::tsquery)`;
