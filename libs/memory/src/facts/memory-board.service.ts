import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { BlindIndex, FieldCipher, type SealedField } from '#security';

import type { MemoryCategory } from './memory-category.js';
import type { MemoryOwner } from './memory-scope.js';
import { memoryTextAddress } from './store/memory-text.js';

/** A memory without its words. */
export interface ListedMemory extends MemoryOwner {
  readonly id: string;
  readonly importance: number;
  readonly category: MemoryCategory;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** The words, of a birthday only: its day is nowhere else. */
  readonly birthdayText: string | null;
}

/** A memory in words. */
export type WordedMemory = Pick<ListedMemory, 'id' | 'importance' | 'category'> & { readonly text: string };

/** Of each person at most. */
const MOST = 30;

/** What is remembered of many people, read for all of them at once. What was said in groups stays out. In transactions of the caller. */
@Injectable()
export class MemoryBoard {
  private readonly birthday: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    index: BlindIndex,
  ) {
    this.birthday = index.fingerprint('birthday');
  }

  /** Those of this importance that hold now; of many that one person has, what lies around now and the most important. */
  async list(
    manager: EntityManager,
    contactIds: readonly string[],
    importance: number,
    now: Date,
  ): Promise<readonly ListedMemory[]> {
    const rows = await queryPrepared<MemoryRow>(manager, LIST, [contactIds, importance, now, this.birthday, MOST]);
    const sealed = rows.flatMap(({ id, subjectId, birthday }) =>
      birthday ? [{ subjectId, at: memoryTextAddress(id), sealed: birthday }] : [],
    );
    const texts = sealed.length > 0 ? await this.openReadable(sealed, manager) : [];
    let next = 0;
    return rows.map(({ subjectId: _subjectId, birthday, ...row }) => ({
      ...row,
      birthdayText: birthday ? (texts[next++] ?? null) : null,
    }));
  }

  /** What is damaged stays closed: because of one row nobody of the batch could be looked at. */
  private async openReadable(
    sealed: readonly SealedField[],
    manager: EntityManager,
  ): Promise<readonly (string | null)[]> {
    try {
      return await this.cipher.openAll(sealed, manager);
    } catch {
      const texts: (string | null)[] = [];
      for (const one of sealed) {
        const opened = await this.cipher.openAll([one], manager).catch(() => [null]);
        texts.push(...opened);
      }
      return texts;
    }
  }

  /** The words of those of these memories that are still current and of this owner alone, opened, in no order. */
  async wordsOf({ contactId, characterId }: MemoryOwner, ids: readonly string[]): Promise<readonly WordedMemory[]> {
    const rows = await this.dataSource.query<WordedRow[]>(WORDS_SQL, [ids, contactId, characterId]);
    const texts = await this.cipher.openAll(
      rows.map(({ id, subjectId, text }) => ({ subjectId, at: memoryTextAddress(id), sealed: text })),
    );
    return rows.flatMap(({ id, importance, category }, place) => {
      const text = texts[place];
      return text ? [{ id, importance, category, text }] : [];
    });
  }

  /** People of whom a plan or an event lies within this time, each once: a plan that was told has only its end. */
  async comingPeople(manager: EntityManager, from: Date, until: Date, limit: number): Promise<readonly string[]> {
    const rows = await queryPrepared<{ contactId: string }>(manager, COMING, [from, until, limit]);
    return rows.map(({ contactId }) => contactId);
  }
}

type MemoryRow = Omit<ListedMemory, 'birthdayText'> & { readonly subjectId: string; readonly birthday: Buffer | null };

type WordedRow = Omit<WordedMemory, 'text'> & { readonly subjectId: string; readonly text: Buffer };

const WORDS_SQL = `
SELECT id, importance, category, subject_id AS "subjectId", text FROM memories
WHERE id = ANY($1::uuid[]) AND contact_id = $2 AND character_id = $3 AND status = 'active' AND chat_id IS NULL`;

/** A past event stays true; another memory that has ended does not. What lies around now comes first: it makes its own moments. */
const LIST: Statement = {
  name: 'memories.list',
  text: `
SELECT listed.* FROM unnest($1::uuid[]) AS person (id)
CROSS JOIN LATERAL (
  SELECT id, contact_id AS "contactId", character_id AS "characterId", importance, category, subject_id AS "subjectId",
    valid_from AS "validFrom", valid_until AS "validUntil", CASE WHEN topic = $4 THEN text END AS birthday
  FROM memories
  WHERE contact_id = person.id AND status = 'active' AND chat_id IS NULL AND importance >= $2
    AND (valid_until IS NULL OR valid_until >= $3::timestamptz OR category IN ('plan', 'event'))
  ORDER BY
    (category IN ('plan', 'event') AND coalesce(valid_until, valid_from) BETWEEN $3::timestamptz - interval '3 days' AND $3::timestamptz + interval '4 days') IS TRUE DESC,
    topic IS NOT DISTINCT FROM $4 DESC, importance DESC, id DESC
  LIMIT $5
) AS listed`,
};

const COMING: Statement = {
  name: 'memories.coming-people',
  text: `
SELECT DISTINCT contact_id AS "contactId" FROM memories
WHERE status = 'active' AND chat_id IS NULL AND category IN ('plan', 'event')
  AND (valid_until >= $1 AND valid_until < $2 OR valid_until IS NULL AND valid_from >= $1 AND valid_from < $2) LIMIT $3`,
};
