import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock, newId } from '#kernel';
import { FieldCipher, type FieldAddress } from '#security';

import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { MemoryProfileEntity } from './memory-profile.entity.js';
import { profileFacts, profileText } from './profile-text.js';

/** What is kept of a portrait. */
export interface NewProfile {
  readonly text: string | null;
  readonly factIds: readonly string[];
  readonly model: string | null;
  readonly revision: number;
}

/** The short portrait of each contact that is always told. It tells nothing that was forgotten or has ended, since it rests on memories. */
@Injectable()
export class MemoryProfiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly facts: MemoryFacts,
    private readonly clock: Clock,
  ) {}

  /**
   * For private talk only. The one that was written last, or, when one of its memories is gone or over, what is known now as it is. Null when
   * nothing is.
   */
  async of(owner: MemoryOwner): Promise<string | null> {
    const [row] = await this.dataSource.query<ProfileRow[]>(VALID_SQL, [
      ...[owner.contactId, owner.characterId, this.clock.now()],
    ]);
    if (row?.text) {
      const [text] = await this.cipher.openAll([
        { subjectId: row.subject_id, at: textAddress(row.id), sealed: row.text },
      ]);
      if (text !== null && text !== undefined) return text;
    }
    return profileText(profileFacts(await this.facts.candidates({ ...owner, groupId: null })));
  }

  /** What the last one was made of, and by whom; null when there is none. */
  async origin({ characterId, contactId }: MemoryOwner): Promise<Pick<NewProfile, 'factIds' | 'model'> | null> {
    const rows = this.dataSource.getRepository(MemoryProfileEntity);
    return rows.findOne({ where: { characterId, contactId }, select: { factIds: true, model: true, contactId: true } });
  }

  /** Under the lock of what is known. Answers whether it was: nothing is written of a memory that is gone or over by now. */
  async write(manager: EntityManager, { characterId, contactId }: MemoryOwner, profile: NewProfile): Promise<boolean> {
    const { text, factIds, model, revision } = profile;
    const values = [contactId, characterId, this.clock.now(), factIds];
    const [told] = await manager.query<{ count: number }[]>(TOLD_SQL, values);
    if (told?.count !== factIds.length) return false;
    const id = newId();
    const sealed = text === null ? null : await this.cipher.seal(contactId, textAddress(id), text, manager);
    await manager.query(WRITE_SQL, [contactId, characterId, id, sealed, factIds, model, revision, this.clock.now()]);
    return true;
  }

  /** Notes that what is known was reflected on, and the portrait is still right. */
  async confirm(manager: EntityManager, { characterId, contactId }: MemoryOwner, revision: number): Promise<void> {
    await manager.update(MemoryProfileEntity, { characterId, contactId }, { revision, reflectedAt: this.clock.now() });
  }

  /** Deletes it; what is known now is told as it is until the next night. */
  async forget(manager: EntityManager, { characterId, contactId }: MemoryOwner): Promise<void> {
    await manager.delete(MemoryProfileEntity, { characterId, contactId });
  }
}

interface ProfileRow {
  readonly id: string;
  readonly subject_id: string;
  readonly text: Buffer | null;
}

function textAddress(rowId: string): FieldAddress {
  return { table: 'memory_profiles', column: 'text', rowId };
}

/** $1 contact, $2 character, $3 now: memories that a portrait may rest on. */
const TOLD = `contact_id = $1 AND character_id = $2 AND status = 'active' AND (valid_until IS NULL OR valid_until > $3)`;

const VALID_SQL = `
SELECT id, subject_id, text FROM memory_profiles AS profile WHERE contact_id = $1 AND character_id = $2
  AND cardinality(fact_ids) = (SELECT count(*) FROM memories
    WHERE memories.id = ANY (profile.fact_ids) AND ${TOLD})`;

const TOLD_SQL = `SELECT count(*)::integer AS count FROM memories WHERE id = ANY ($4) AND ${TOLD}`;

const WRITE_SQL = `
INSERT INTO memory_profiles (contact_id, character_id, id, subject_id, text, fact_ids, model, revision, reflected_at)
VALUES ($1, $2, $3, $1, $4, $5, $6, $7, $8)
ON CONFLICT (contact_id, character_id) DO UPDATE SET id = excluded.id, subject_id = excluded.subject_id, text = excluded.text,
  fact_ids = excluded.fact_ids, model = excluded.model, revision = excluded.revision, reflected_at = excluded.reflected_at`;
