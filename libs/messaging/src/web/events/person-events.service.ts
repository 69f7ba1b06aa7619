import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { PersonNews } from '#realtime';

import type { PersonEvent, PersonEventName } from './person-event.js';
import { personSql } from './person-sql.js';

export interface NewPersonEvent {
  readonly contactId: string;
  readonly chatId: string;
  readonly event: PersonEventName;
  readonly messageId?: string;
  /** Never a text: of those there is one place. */
  readonly payload?: object;
}

/**
 * What each person's clients must not miss, in the transaction that made it so. The row of the person's stream stays locked until the commit:
 * so positions have no gap, and who has read up to one has missed nothing before it.
 */
@Injectable()
export class PersonEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly news: PersonNews,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the event's position. The caller holds the lock of the chat: first the chat, then the stream, everywhere, or two wait for each
   * other. Call `moved` after the commit.
   */
  async append(
    manager: EntityManager,
    { contactId, chatId, event, messageId, payload }: NewPersonEvent,
  ): Promise<bigint> {
    const [row]: [{ position: string }] = await manager.query(APPEND_SQL, [
      contactId,
      chatId,
      event,
      messageId ?? null,
      payload === undefined ? null : JSON.stringify(payload),
      this.clock.now(),
    ]);
    return BigInt(row.position);
  }

  /** As `append`, for many at once: each person's in the order in which they are given. */
  async appendAll(manager: EntityManager, events: readonly NewPersonEvent[]): Promise<void> {
    if (events.length === 0) return;
    await manager.query(APPEND_ALL_SQL, [
      events.map(({ contactId }) => contactId),
      events.map(({ chatId }) => chatId),
      events.map(({ event }) => event),
      events.map(({ messageId }) => messageId ?? null),
      events.map(({ payload }) => (payload === undefined ? null : JSON.stringify(payload))),
      this.clock.now(),
    ]);
  }

  /** After the commit: whoever serves the person looks at the table. */
  moved(contactId: string): void {
    this.news.moved(contactId);
  }

  /** At most `limit` events after `position`, the oldest first. */
  after(contactId: string, position: string, limit: number): Promise<readonly PersonEvent[]> {
    return this.dataSource.query<PersonEvent[]>(AFTER_SQL, [contactId, position, limit]);
  }

  /** Of the person's last event, kept or not; '0' before the first. */
  async lastPosition(contactId: string): Promise<string> {
    const [row] = await this.dataSource.query<{ position: string }[]>(LAST_SQL, [contactId]);
    return row?.position ?? '0';
  }

  /** As `lastPosition`, of many people at once. */
  async lastPositions(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ contactId: string; position: string }[]>(LAST_OF_ALL_SQL, [contactIds]);
    return new Map(rows.map(({ contactId, position }) => [contactId, position]));
  }

  /** Of the oldest event that is still kept; null when none is. Who stands before it by more than one has missed some. */
  async firstPosition(contactId: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ position: string | null }[]>(FIRST_SQL, [contactId]);
    return row?.position ?? null;
  }
}

const APPEND_SQL = `
WITH stream AS (
  INSERT INTO person_streams (contact_id, position) VALUES ($1, 1)
  ON CONFLICT (contact_id) DO UPDATE SET position = person_streams.position + 1 RETURNING position
)
INSERT INTO person_events (contact_id, position, chat_id, event, message_id, payload, created_at)
SELECT $1, position, $2, $3, $4, $5::jsonb, $6 FROM stream RETURNING position`;

/** Streams are locked in the order of their people. */
const APPEND_ALL_SQL = `
WITH added AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[]) WITH ORDINALITY
    AS added (contact_id, chat_id, event, message_id, payload, place)
), stream AS (
  INSERT INTO person_streams (contact_id, position) SELECT contact_id, count(*) FROM added GROUP BY contact_id ORDER BY contact_id
  ON CONFLICT (contact_id) DO UPDATE SET position = person_streams.position + excluded.position
  RETURNING contact_id, position
)
INSERT INTO person_events (contact_id, position, chat_id, event, message_id, payload, created_at)
SELECT contact_id,
  stream.position - count(*) OVER (PARTITION BY contact_id) + row_number() OVER (PARTITION BY contact_id ORDER BY place),
  chat_id, event, message_id, payload::jsonb, $6
FROM added JOIN stream USING (contact_id)`;

const AFTER_SQL = `
SELECT position, chat_id AS "chatId", event, message_id AS "messageId", payload
FROM person_events WHERE contact_id = ${personSql('$1')} AND position > $2::bigint ORDER BY position LIMIT $3`;

const LAST_SQL = `SELECT position FROM person_streams WHERE contact_id = ${personSql('$1')}`;

const LAST_OF_ALL_SQL = `
SELECT asked.id AS "contactId", coalesce(streams.position, 0) AS position
FROM unnest($1::uuid[]) AS asked (id)
LEFT JOIN contacts ON contacts.id = asked.id
LEFT JOIN person_streams AS streams ON streams.contact_id = coalesce(contacts.merged_into, asked.id)`;

const FIRST_SQL = `SELECT min(position) AS position FROM person_events WHERE contact_id = ${personSql('$1')}`;
