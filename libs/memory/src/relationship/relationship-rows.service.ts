import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { newId } from '#kernel';
import { FieldCipher, type FieldAddress } from '#security';

import type { MemoryOwner } from '../facts/memory-scope.js';
import { NOTHING_SHARED, readShared, sharedText, type SharedPast } from './shared-past.js';
import { NEW_STANDING, type Standing } from './standing.js';
import { RelationshipEntity } from './relationship.entity.js';

/** A relationship, opened. */
export interface KeptRelationship {
  readonly standing: Standing;
  readonly shared: SharedPast;
}

/** The rows of relationships, and what is sealed in them. */
@Injectable()
export class RelationshipRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** Null for people who never wrote. */
  async find({ characterId, contactId }: MemoryOwner): Promise<KeptRelationship | null> {
    const row = await this.dataSource.getRepository(RelationshipEntity).findOneBy({ characterId, contactId });
    return row && { standing: standingOf(row), shared: await this.open(row) };
  }

  /** How a contact stands with every character. */
  async ofContact(contactId: string): Promise<readonly Standing[]> {
    return (await this.dataSource.getRepository(RelationshipEntity).findBy({ contactId })).map(standingOf);
  }

  /** Changes one, made when it is missing, with its row locked: two that change it do so one after the other. */
  async change(
    manager: EntityManager,
    owner: MemoryOwner,
    change: (kept: KeptRelationship) => KeptRelationship,
  ): Promise<void> {
    const rows = manager.getRepository(RelationshipEntity);
    const blank = { ...owner, id: newId(), subjectId: owner.contactId, shared: null, version: 0 };
    await rows
      .createQueryBuilder()
      .insert()
      .values({ ...blank, ...columnsOf(NEW_STANDING) })
      .orIgnore()
      .execute();
    const row = await rows.findOneOrFail({ where: { ...owner }, lock: { mode: 'pessimistic_write' } });
    const { standing, shared } = change({ standing: standingOf(row), shared: await this.open(row) });
    const sealed = await this.cipher.seal(row.subjectId, sharedAddress(row.id), sharedText(shared), manager);
    await rows.update({ ...owner }, { ...columnsOf(standing), shared: sealed, version: row.version + 1 });
  }

  /** Nothing, where the contact's key was erased. */
  private async open({ id, subjectId, shared }: RelationshipEntity): Promise<SharedPast> {
    if (!shared) return NOTHING_SHARED;
    const [text] = await this.cipher.openAll([{ subjectId, at: sharedAddress(id), sealed: shared }]);
    return text === null || text === undefined ? NOTHING_SHARED : readShared(text);
  }
}

function sharedAddress(rowId: string): FieldAddress {
  return { table: 'relationships', column: 'shared', rowId };
}

/** What the row says of how two stand, without what is sealed. */
export function standingOf(
  row: Omit<RelationshipEntity, 'contact' | 'id' | 'subjectId' | 'shared' | 'version'>,
): Standing {
  const { level, trust, intimacy, tone, openness, stage } = row;
  return {
    ...{ level, trust, intimacy, tone, openness, stage },
    roots: { level: row.levelRoot, trust: row.trustRoot, intimacy: row.intimacyRoot },
    recent: { talk: row.recentTalk, harm: row.recentHarm },
    highSince: row.highSince,
    totalInteractions: row.totalInteractions,
    firstInteractionAt: row.firstInteractionAt,
    lastInteractionAt: row.lastInteractionAt,
  };
}

function columnsOf({ roots, recent, ...columns }: Standing) {
  return {
    ...columns,
    levelRoot: roots.level,
    trustRoot: roots.trust,
    intimacyRoot: roots.intimacy,
    recentTalk: recent.talk,
    recentHarm: recent.harm,
  };
}
