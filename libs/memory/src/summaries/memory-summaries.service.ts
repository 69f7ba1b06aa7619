import { Injectable } from '@nestjs/common';
import { ArrayContains, DataSource, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';

import { Clock, newId } from '#kernel';
import { FieldCipher, type FieldAddress } from '#security';

import type { Unsaid } from '../facts/forgetting-followers.service.js';
import { MemoryRevision } from '../facts/memory-revision.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { MemorySummaryEntity } from './memory-summary.entity.js';

/** A summary, opened. */
export interface MemorySummary {
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  /** BCP 47; null when it could not be told. */
  readonly language: string | null;
  /** 1-10. */
  readonly importance: number;
  /** Messages of the part that it was made of, and when the first and the last of them were sent. */
  readonly messageCount: number;
  readonly firstMessageAt: Date;
  readonly lastMessageAt: Date;
  readonly supersedesId: string | null;
  /** In a group, the contacts whose words are in it. */
  readonly speakerIds: readonly string[];
}

/** What is kept of a new summary. */
export interface NewSummary extends Omit<MemorySummary, 'id'> {
  readonly characterId: string;
  /** Null for a group. */
  readonly contactId: string | null;
  readonly subjectId: string;
  /** Of the part that it was made of. */
  readonly messageIds: readonly string[];
  /** `extract` when no model wrote it. */
  readonly model: string;
}

/** A message that a summary may tell of. */
export interface SummedUp {
  readonly messageId: string;
  readonly chatId: string;
}

/** What was said in chats, in short, sealed. The chat or the contact is in every query. */
@Injectable()
export class MemorySummaries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly revision: MemoryRevision,
    private readonly clock: Clock,
  ) {}

  /** The rolling summary of a chat; null when there is none. */
  async latest(characterId: string, chatId: string): Promise<MemorySummary | null> {
    const [summary] = await this.read({ characterId, chatId }, 1);
    return summary ?? null;
  }

  /** Those of the private chats with a contact, the latest first. Each carries on the one before it in its chat. */
  ofContact({ characterId, contactId }: MemoryOwner, limit: number): Promise<MemorySummary[]> {
    return this.read({ characterId, contactId }, limit);
  }

  /** Those of one chat, the latest first. */
  ofChat(characterId: string, chatId: string, limit: number): Promise<MemorySummary[]> {
    return this.read({ characterId, chatId }, limit);
  }

  /**
   * Keeps one more; the one before it stays. Nothing is kept when what it was made of was forgotten meanwhile: the one that it carries on, or
   * messages of its part.
   */
  async add(manager: EntityManager, { text, messageIds, ...summary }: NewSummary): Promise<void> {
    const { characterId, supersedesId } = summary;
    let { contactId } = summary;
    if (contactId !== null) {
      const change = await this.revision.advance(manager, { characterId, contactId });
      if (!change || (change.forgottenUntil !== null && summary.firstMessageAt <= change.forgottenUntil)) return;
      contactId = change.contactId;
    }
    const people = contactId === null ? await this.lockSpeakers(manager, summary) : [contactId];
    if (people === 'forgotten') return;
    const asked: object[] = await manager.query(ASKED_SQL, [characterId, people, messageIds]);
    if (asked.length > 0) return;
    if (supersedesId !== null && !(await manager.existsBy(MemorySummaryEntity, { id: supersedesId }))) return;
    const id = newId();
    const sealed = await this.cipher.seal(summary.subjectId, textAddress(id), text, manager);
    await manager.insert(MemorySummaryEntity, {
      ...{ ...summary, contactId, id, speakerIds: contactId === null ? people : [] },
      text: sealed,
      createdAt: this.clock.now(),
    });
  }

  /** Deletes all of the private chats with a contact, and of the groups in which they spoke. */
  async forget(manager: EntityManager, owner: MemoryOwner): Promise<void> {
    const { characterId, contactId } = owner;
    await this.revision.advance(manager, owner);
    await manager.query(FORGET_SQL, [characterId, contactId]);
  }

  /** Deletes those that say something that is to be forgotten, also of the groups in which they spoke. Answers how many. */
  async forgetWhere(manager: EntityManager, owner: MemoryOwner, says: (text: string) => boolean): Promise<number> {
    const { characterId, contactId } = owner;
    await this.revision.advance(manager, owner);
    const spokeThere = { characterId, contactId: IsNull(), speakerIds: ArrayContains([contactId]) };
    const rows = await manager.find(MemorySummaryEntity, { where: [{ characterId, contactId }, spokeThere] });
    const gone = (await this.open(rows)).filter(({ text }) => says(text)).map(({ id }) => id);
    if (gone.length > 0) await manager.delete(MemorySummaryEntity, gone);
    return gone.length;
  }

  /**
   * Deletes those that may tell of these messages: the one whose part holds the first of them, and all that carry it on. A summary cannot be
   * cut; what else they told stays in facts and in what was said. Of messages that are not at hand, all of their chat go.
   */
  async forgetSince(
    manager: EntityManager,
    { characterId }: MemoryOwner,
    messages: readonly SummedUp[],
  ): Promise<void> {
    await manager.query(FORGET_SINCE_SQL, [
      characterId,
      messages.map(({ messageId }) => messageId),
      messages.map(({ chatId }) => chatId),
    ]);
  }

  /** As `forgetSince`, whoever made them; without a message all of the chat. */
  async unsay(manager: EntityManager, { chatId, messageId }: Unsaid): Promise<void> {
    await manager.query(UNSAY_SQL, [chatId, messageId ?? null]);
  }

  /** Whoever of them is asking for something to be forgotten is waited for, and whoever asks later sees the summary. */
  private async lockSpeakers(
    manager: EntityManager,
    { characterId, speakerIds, firstMessageAt }: Pick<NewSummary, 'characterId' | 'speakerIds' | 'firstMessageAt'>,
  ): Promise<string[] | 'forgotten'> {
    const contacts: { id: string }[] = await manager.query(SPEAKERS_SQL, [speakerIds]);
    const people = contacts.map(({ id }) => id);
    await manager.query(BEGIN_SQL, [characterId, people]);
    const kept: { until: Date | null }[] = await manager.query(LOCK_SQL, [characterId, people]);
    return kept.some(({ until }) => until !== null && until >= firstMessageAt) ? 'forgotten' : [...new Set(people)];
  }

  private async read(where: FindOptionsWhere<MemorySummaryEntity>, limit: number): Promise<MemorySummary[]> {
    const rows = this.dataSource.getRepository(MemorySummaryEntity);
    return this.open(await rows.find({ where, order: { id: 'DESC' }, take: limit }));
  }

  /** Without those whose key was erased. */
  private async open(rows: readonly MemorySummaryEntity[]): Promise<MemorySummary[]> {
    const sealed = rows.map(({ id, subjectId, text }) => ({ subjectId, at: textAddress(id), sealed: text }));
    const texts = await this.cipher.openAll(sealed);
    return rows.flatMap((row, index) => {
      const text = texts[index];
      const {
        id,
        chatId,
        language,
        importance,
        messageCount,
        firstMessageAt,
        lastMessageAt,
        supersedesId,
        speakerIds,
      } = row;
      if (text === null || text === undefined) return [];
      return {
        id,
        chatId,
        text,
        language,
        importance,
        messageCount,
        firstMessageAt,
        lastMessageAt,
        supersedesId,
        speakerIds,
      };
    });
  }
}

function textAddress(rowId: string): FieldAddress {
  return { table: 'memory_summaries', column: 'text', rowId };
}

const FORGET_SQL = `
DELETE FROM memory_summaries WHERE character_id = $1 AND (contact_id = $2 OR (contact_id IS NULL AND speaker_ids @> ARRAY[$2::uuid]))`;

/** A merge of one of them that is under way is waited for. */
const SPEAKERS_SQL = `
SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = ANY ($1::uuid[]) ORDER BY contacts.id FOR SHARE`;

const BEGIN_SQL = `
INSERT INTO memory_revisions (character_id, contact_id, revision)
SELECT DISTINCT $1::uuid, person, 0 FROM unnest($2::uuid[]) AS person ORDER BY person ON CONFLICT DO NOTHING`;

/** In one order: two that lock the same people do not wait for each other for ever. */
const LOCK_SQL = `
SELECT forgotten_until AS until FROM memory_revisions WHERE character_id = $1 AND contact_id = ANY ($2::uuid[])
ORDER BY contact_id FOR SHARE`;

const ASKED_SQL = `
SELECT 1 FROM memory_forgotten WHERE character_id = $1 AND contact_id = ANY ($2::uuid[]) AND message_id = ANY ($3::uuid[])
UNION ALL SELECT 1 FROM messages WHERE id = ANY ($3::uuid[]) AND revoked_at IS NOT NULL LIMIT 1`;

const FORGET_SINCE_SQL = `
WITH touched AS (
  SELECT said.chat_id, min(coalesce(messages.sent_at, '-infinity')) AS since
  FROM unnest($2::uuid[], $3::uuid[]) AS said (message_id, chat_id) LEFT JOIN messages ON messages.id = said.message_id
  GROUP BY said.chat_id
), first AS (
  SELECT DISTINCT ON (summary.chat_id) summary.chat_id, summary.id
  FROM memory_summaries AS summary JOIN touched ON touched.chat_id = summary.chat_id
  WHERE summary.character_id = $1 AND summary.last_message_at >= touched.since
  ORDER BY summary.chat_id, summary.id
)
DELETE FROM memory_summaries AS summary USING first
WHERE summary.chat_id = first.chat_id AND summary.character_id = $1 AND summary.id >= first.id`;

const UNSAY_SQL = `
WITH first AS (
  SELECT character_id, min(id::text)::uuid AS id FROM memory_summaries
  WHERE chat_id = $1 AND ($2::uuid IS NULL OR last_message_at >= (SELECT sent_at FROM messages WHERE id = $2))
  GROUP BY character_id
)
DELETE FROM memory_summaries AS summary USING first
WHERE summary.chat_id = $1 AND summary.character_id = first.character_id AND summary.id >= first.id`;
