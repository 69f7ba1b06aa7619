import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { cleanText, Clock, newId } from '#kernel';
import { newMessageId, WhatsAppConnector, type OutboundContent } from '#whatsapp';

import { chatNotFound } from '../chats/chat.errors.js';
import type { AnswerTraits } from '../traits/answer-traits.js';
import { OutboxContents } from './outbox-contents.service.js';
import type { OutboxOrigin } from './outbox.entity.js';
import { splitText } from './split-text.js';

/** An answer that would come later than this is worse than none. */
const REPLY_EXPIRES_MS = 30 * 60_000;

interface Outgoing {
  readonly chatId: string;
  readonly turnId?: string;
  readonly origin: OutboxOrigin;
  /** Wait for approval. */
  readonly draft: boolean;
  /** The caller's own key: the same key again writes nothing. */
  readonly idempotencyKey?: string;
  /** After that it is dropped. A reply has 30 minutes unless said otherwise. */
  readonly expiresAt?: Date;
  /** Dropped when its person was heard after this; of ourselves we write with this only. */
  readonly unlessHeardSince?: Date;
  /** Somebody let it go by hand, or a rule does: it leaves a chat, too, in which answers wait for approval. */
  readonly approved?: boolean;
  /** How it was made and how it sounds. */
  readonly traits?: AnswerTraits;
  /** For whoever has read the chat in this transaction: it is not read again. */
  readonly place?: OutboxPlace;
}

/** What the outbox has to know of a chat. */
export interface OutboxPlace {
  readonly accountId: string;
  /** Whose data key seals what is said there. */
  readonly subjectId: string;
}

export interface OutgoingTexts extends Outgoing {
  /** One message each, in order; more than one where a text is longer than WhatsApp takes. */
  readonly texts: readonly string[];
}

export interface OutgoingContent extends Outgoing {
  readonly content: OutboundContent;
  /** WhatsApp's id of the message that this one answers. */
  readonly quotedId?: string;
}

export interface PutResult {
  readonly ids: readonly string[];
  /** Whose bell to ring. */
  readonly accountId: string;
}

/** The only way in for anything that is to be sent. Rows are unique per turn and part, and per idempotency key and part. */
@Injectable()
export class OutboxWriter {
  constructor(
    private readonly contents: OutboxContents,
    private readonly connector: WhatsAppConnector,
    private readonly clock: Clock,
  ) {}

  /** Writes the rows in the caller's transaction; ring the `OutboxBell` when that has ended. Throws `chat.not-found`. */
  put(manager: EntityManager, { texts, ...outgoing }: OutgoingTexts): Promise<PutResult> {
    return this.write(
      manager,
      outgoing,
      texts.flatMap((text) => this.partsOf({ kind: 'text', text })),
    );
  }

  /** As `put`, for one message of any kind. */
  putContent(manager: EntityManager, { content, quotedId, ...outgoing }: OutgoingContent): Promise<PutResult> {
    return this.write(manager, outgoing, this.partsOf(content), quotedId);
  }

  /** What the account's WhatsApp can carry of it in one message each, cleaned of what Postgres cannot hold. */
  partsOf(content: OutboundContent): OutboundContent[] {
    switch (content.kind) {
      case 'text': {
        const texts = splitText(cleanText(content.text), this.connector.capabilities.longestText);
        return texts.map((text) => ({ kind: 'text', text }));
      }
      case 'media':
        return [
          {
            ...content,
            caption: cleanText(content.caption),
            ...(content.fileName !== undefined && { fileName: cleanText(content.fileName) }),
          },
        ];
      case 'template':
        return [{ ...content, parameters: content.parameters.map(cleanText) }];
    }
  }

  /** Where the first part is there already, so are the others. */
  private async write(
    manager: EntityManager,
    outgoing: Outgoing,
    parts: readonly OutboundContent[],
    quotedId?: string,
  ): Promise<PutResult> {
    const chat = outgoing.place ?? (await chatOf(manager, outgoing.chatId));
    if (!chat) throw chatNotFound();
    const ids: string[] = [];
    for (const [part, content] of parts.entries()) {
      const id = await this.writePart(manager, {
        outgoing,
        chat,
        part,
        content,
        quotedId: part === 0 ? quotedId : undefined,
      });
      if (id === undefined) break;
      ids.push(id);
    }
    return { ids, accountId: chat.accountId };
  }

  private async writePart(
    manager: EntityManager,
    { outgoing, chat, part, content, quotedId }: Part,
  ): Promise<string | undefined> {
    const now = this.clock.now();
    const id = newId();
    const sealed = await this.contents.seal(manager, id, chat.subjectId, content);
    const rows = await queryPrepared(manager, INSERT, [
      id,
      chat.accountId,
      outgoing.chatId,
      outgoing.turnId ?? null,
      part,
      outgoing.idempotencyKey ?? null,
      newMessageId(),
      outgoing.origin,
      chat.subjectId,
      sealed.kind,
      sealed.body,
      sealed.template,
      quotedId ?? null,
      outgoing.draft ? 'draft' : 'queued',
      now,
      outgoing.expiresAt ?? usualExpiry(outgoing, now),
      outgoing.traits === undefined ? null : JSON.stringify(outgoing.traits),
      outgoing.approved === true ? now : null,
      outgoing.unlessHeardSince ?? null,
    ]);
    if (rows.length === 0) return undefined;
    await this.contents.attach(manager, id, chat.subjectId, content);
    return id;
  }
}

interface Part {
  readonly outgoing: Outgoing;
  readonly chat: OutboxPlace;
  readonly part: number;
  readonly content: OutboundContent;
  readonly quotedId?: string;
}

const INSERT: Statement = {
  name: 'outbox.insert',
  text: `
INSERT INTO outbox (id, account_id, chat_id, turn_id, part, idempotency_key, message_id, origin, subject_id, kind, body, template, quoted_id,
  state, not_before, expires_at, created_at, traits, approved_at, unless_heard_since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15, $17::jsonb, $18, $19)
ON CONFLICT DO NOTHING RETURNING id`,
};

const CHAT_SQL = 'SELECT account_id AS "accountId", subject_id AS "subjectId" FROM chats WHERE id = $1';

function usualExpiry({ origin, draft }: Outgoing, now: Date): Date | null {
  return origin === 'reply' && !draft ? new Date(now.getTime() + REPLY_EXPIRES_MS) : null;
}

async function chatOf(manager: EntityManager, chatId: string): Promise<OutboxPlace | undefined> {
  const rows: OutboxPlace[] = await manager.query(CHAT_SQL, [chatId]);
  return rows[0];
}
