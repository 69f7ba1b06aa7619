import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { failpoint, newId } from '#kernel';
import { BlindIndex, DataKeys, openField, sealField, type DataKey } from '#security';

import { messageBodyAddress } from '../../messages/message-body.js';
import { outboxBodyAddress } from '../../outbox/outbox-body.js';
import { conversationGone } from '../conversations/conversation.errors.js';
import { PersonEvents } from '../events/person-events.service.js';
import { DELIVER_SQL, FOLLOWING_PART_SQL, type WebRow } from './web-delivery.sql.js';

/** A message that comes after one of the same answer. */
export interface FollowingPart {
  readonly id: string;
  /** UTF-16 units. */
  readonly length: number;
}

/** Delivers a message of ours on the web: into the store of record, and into the stream of its person, in the caller's transaction. */
@Injectable()
export class WebPost {
  constructor(
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
    private readonly events: PersonEvents,
  ) {}

  /** The chat is locked. @throws AppError `conversation.gone` when the person's key was erased */
  async deliver(manager: EntityManager, row: WebRow, now: Date): Promise<void> {
    const key = await this.keyOf(manager, row.subject_id);
    const text = openField(key, outboxBodyAddress(row.id), row.body);
    const id = newId();
    failpoint('web.gated');
    await manager.query(DELIVER_SQL, [
      ...[row.id, now, row.external_id, id, row.chat_id, row.message_id, row.subject_id, row.kind],
      ...(text === '' ? [null, null] : [sealField(key, messageBodyAddress(id), text), this.index.vector(text)]),
      ...[row.quoted_id, row.turn_id],
      ...traitsOf(row),
    ]);
    const { contact_id: contactId, chat_id: chatId } = row;
    await this.events.append(manager, { contactId, chatId, event: 'message:received', messageId: id });
  }

  /** The next part of the same answer; undefined after the last one. */
  async following(manager: EntityManager, row: WebRow): Promise<FollowingPart | undefined> {
    const [next]: Pick<WebRow, 'id' | 'subject_id' | 'body'>[] = await manager.query(FOLLOWING_PART_SQL, [
      ...[row.chat_id, row.turn_id, row.part, row.idempotency_key],
    ]);
    if (!next) return undefined;
    const key = await this.keyOf(manager, next.subject_id);
    return { id: next.id, length: openField(key, outboxBodyAddress(next.id), next.body).length };
  }

  private async keyOf(manager: EntityManager, subjectId: string): Promise<DataKey> {
    const key = (await this.keys.find([subjectId], manager)).get(subjectId);
    if (!key) throw conversationGone();
    return key;
  }
}

/** What the whole answer has cost is said once, with its first part. */
function traitsOf({ traits, part, parts, turn_id: turnId }: WebRow): unknown[] {
  const place = turnId === null ? [null, null] : [part, parts];
  const first = part === 0 ? traits : null;
  const { model, mood, nsfwLevel } = traits ?? { model: null, mood: null, nsfwLevel: null };
  return [
    ...[first?.tokens ?? null, first?.generationTime ?? null, model, mood],
    ...[nsfwLevel === null ? null : Math.round(nsfwLevel), ...place, traits?.characterId ?? null],
  ];
}
