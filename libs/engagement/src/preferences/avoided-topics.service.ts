import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { Clock, newId } from '#kernel';
import { FieldCipher, type FieldAddress } from '#security';

import { groupedBy } from '../people/grouped-by.js';

/** Of one person. More is no list of topics. */
export const MOST_TOPICS = 50;

/** What people do not want to be reminded of: sealed, as all their words. */
@Injectable()
export class AvoidedTopics {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. In a transaction give its manager. */
  async of(contactId: string, manager: EntityManager = this.dataSource.manager): Promise<readonly string[]> {
    return (await this.ofAll([contactId], manager)).get(contactId) ?? [];
  }

  /** As `of`, by person; whoever has none is left out. */
  async ofAll(
    contactIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await queryPrepared<SealedTopic>(manager, TOPICS, [contactIds]);
    const sealed = rows.map(({ id, subjectId, topic }) => ({ subjectId, at: topicAddress(id), sealed: topic }));
    const topics = await this.cipher.openAll(sealed, manager);
    const told = rows.flatMap(({ contactId }, index) => {
      const topic = topics[index] ?? null;
      return topic === null ? [] : [{ contactId, topic }];
    });
    const byPerson = groupedBy(told, ({ contactId }) => contactId);
    return new Map([...byPerson].map(([contactId, of]) => [contactId, of.map(({ topic }) => topic)]));
  }

  /** From now on these are all. Whoever calls holds the lock of the person's row. */
  async replace(manager: EntityManager, contactId: string, topics: readonly string[], by: string): Promise<void> {
    await manager.query('DELETE FROM engagement_avoided WHERE contact_id = $1', [contactId]);
    for (const topic of different(topics).slice(0, MOST_TOPICS)) await this.insert(manager, contactId, topic, by);
  }

  /** One more; the oldest goes when there are too many. */
  async add(manager: EntityManager, contactId: string, topic: string, by: string): Promise<void> {
    const known = await this.of(contactId, manager);
    const all = different([...known, topic]);
    if (all.length === known.length) return;
    if (all.length > MOST_TOPICS) await manager.query(OLDEST_SQL, [contactId]);
    await this.insert(manager, contactId, topic, by);
  }

  private async insert(manager: EntityManager, contactId: string, topic: string, by: string): Promise<void> {
    const id = newId();
    const sealed = await this.cipher.seal(contactId, topicAddress(id), topic, manager);
    await manager.query(
      'INSERT INTO engagement_avoided (id, contact_id, subject_id, topic, by, created_at) VALUES ($1, $2, $2, $3, $4, $5)',
      [id, contactId, sealed, by, this.clock.now()],
    );
  }
}

const TOPICS: Statement = {
  name: 'engagement.topics',
  text: `
SELECT id, contact_id AS "contactId", subject_id AS "subjectId", topic FROM engagement_avoided
WHERE contact_id = ANY($1::uuid[]) ORDER BY created_at, id`,
};

const OLDEST_SQL = `
DELETE FROM engagement_avoided WHERE id = (
  SELECT id FROM engagement_avoided WHERE contact_id = $1 ORDER BY created_at, id LIMIT 1)`;

/** The first of those that say the same. */
function different(topics: readonly string[]): readonly string[] {
  const byWords = new Map<string, string>();
  for (const topic of topics) {
    const words = topic.normalize('NFKC').toLowerCase().trim();
    if (words !== '' && !byWords.has(words)) byWords.set(words, topic);
  }
  return [...byWords.values()];
}

function topicAddress(rowId: string): FieldAddress {
  return { table: 'engagement_avoided', column: 'topic', rowId };
}

interface SealedTopic {
  readonly id: string;
  readonly contactId: string;
  readonly subjectId: string;
  readonly topic: Buffer;
}
