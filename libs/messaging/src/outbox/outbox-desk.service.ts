import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors, FieldCipher } from '#security';

import { outboxBodyAddress } from './outbox-body.js';
import { OutboxBell } from './outbox-bell.service.js';
import type { OutboxEntity, OutboxState } from './outbox.entity.js';
import { outboxNotFound, outboxNotWaiting } from './outbox.errors.js';

const LIST = 'outbox';

export interface OutboxView extends Pick<
  OutboxEntity,
  | 'id'
  | 'chatId'
  | 'turnId'
  | 'part'
  | 'messageId'
  | 'origin'
  | 'state'
  | 'reason'
  | 'attempts'
  | 'kind'
  | 'quotedId'
  | 'notBefore'
  | 'createdAt'
  | 'sentAt'
> {
  readonly text: string | null;
}

/** What the operator sees of the outbox, and does with what waits for approval. */
@Injectable()
export class OutboxDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly cursors: Cursors,
    private readonly bell: OutboxBell,
  ) {}

  /** Outgoing messages, the latest first, of one state or of all. Throws `cursor.invalid`. */
  async list(
    state: OutboxState | null,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<OutboxView>> {
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(LIST, cursor, 2);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, chat_id AS "chatId", turn_id AS "turnId", part, message_id AS "messageId", origin, state, reason, attempts, kind,
         quoted_id AS "quotedId", not_before AS "notBefore", created_at AS "createdAt", sent_at AS "sentAt", subject_id AS "subjectId", body
       FROM outbox WHERE ($1::text IS NULL OR state = $1) AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [state, at, id, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last;
    return {
      items: await this.open(shown),
      nextCursor: more ? this.cursors.sign(LIST, [last.createdAt.toISOString(), last.id]) : null,
    };
  }

  /** Sends a draft. Throws `outbox.not-found` and `outbox.not-waiting`. */
  async approve(id: string): Promise<void> {
    const [rows] = await this.dataSource.query<[{ account_id: string }[], number]>(
      `UPDATE outbox SET state = 'queued', approved_at = now(), reason = NULL, not_before = created_at, expires_at = NULL
       WHERE id = $1 AND state = 'draft' RETURNING account_id`,
      [id],
    );
    const [row] = rows;
    if (!row) throw await this.refusal(id);
    this.bell.ring(row.account_id);
  }

  /** Throws a draft away. Throws `outbox.not-found` and `outbox.not-waiting`. */
  async discard(id: string): Promise<void> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE outbox SET state = 'dropped', reason = 'discarded' WHERE id = $1 AND state = 'draft' RETURNING id`,
      [id],
    );
    if (count === 0) throw await this.refusal(id);
  }

  /** Throws away what we ourselves meant to say in a chat, unless it is on its way or the operator let it go. `reason` is noted beside each. */
  async discardReplies(chatId: string, reason: string): Promise<void> {
    await this.dataSource.query(DISCARD_REPLIES_SQL, [chatId, reason]);
  }

  /** Takes back what waits to leave, each for a reason of its own. What is just being looked at to leave is let be. */
  async withdraw(
    messages: readonly { readonly id: string; readonly reason: string }[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    if (messages.length === 0) return;
    await manager.query(WITHDRAW_SQL, [messages.map(({ id }) => id), messages.map(({ reason }) => reason)]);
  }

  private async refusal(id: string): Promise<Error> {
    const [row] = await this.dataSource.query<{ state: OutboxState }[]>('SELECT state FROM outbox WHERE id = $1', [id]);
    return row ? outboxNotWaiting(row.state) : outboxNotFound();
  }

  private async open(rows: readonly Row[]): Promise<OutboxView[]> {
    const texts = await this.cipher.openAll(
      rows.map((row) => ({ subjectId: row.subjectId, at: outboxBodyAddress(row.id), sealed: row.body })),
    );
    return rows.map(({ body: _body, subjectId: _subjectId, ...view }, index) => ({
      ...view,
      text: texts[index] ?? null,
    }));
  }
}

interface Row extends Omit<OutboxView, 'text'> {
  readonly subjectId: string;
  readonly body: Buffer;
}

/** An earlier try may have put a message into the store of record: it never arrived. */
const NEVER_ARRIVED_SQL = `
UPDATE messages SET ack = -1 FROM dropped
WHERE messages.chat_id = dropped.chat_id AND external_id = dropped.message_id AND participant = ''`;

const DISCARD_REPLIES_SQL = `
WITH dropped AS (
  UPDATE outbox SET state = 'dropped', reason = $2
  WHERE chat_id = $1 AND state = 'queued' AND (origin = 'reply' AND approved_at IS NULL OR origin = 'proactive') RETURNING chat_id, message_id
)
${NEVER_ARRIVED_SQL}`;

const WITHDRAW_SQL = `
WITH waiting AS (
  SELECT id FROM outbox WHERE id = ANY($1::uuid[]) AND state = 'queued' FOR UPDATE SKIP LOCKED
), dropped AS (
  UPDATE outbox SET state = 'dropped', reason = withdrawn.reason
  FROM waiting JOIN unnest($1::uuid[], $2::text[]) AS withdrawn (id, reason) ON withdrawn.id = waiting.id
  WHERE outbox.id = waiting.id RETURNING chat_id, message_id
)
${NEVER_ARRIVED_SQL}`;
