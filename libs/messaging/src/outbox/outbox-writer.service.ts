import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared } from '#database';
import { cleanText, Clock, newId } from '#kernel';
import { newMessageId, WhatsAppConnector, type OutboundContent } from '#whatsapp';

import { chatNotFound } from '../chats/chat.errors.js';
import type { AnswerTraits } from '../traits/answer-traits.js';
import { OutboxContents } from './outbox-contents.service.js';
import { INSERT, insertParameters, type NewOutboxRow } from './outbox-insert.sql.js';
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
    const contents = texts.flatMap((text) => this.partsOf({ kind: 'text', text }));
    return this.writeOne(manager, { outgoing, contents });
  }

  /** As `put`, for one message of any kind. */
  putContent(manager: EntityManager, message: OutgoingContent): Promise<PutResult> {
    return this.writeOne(manager, this.inParts(message));
  }

  /** As `putContent`, for many at once, each for another chat. Answers in their order. */
  putContents(manager: EntityManager, messages: readonly OutgoingContent[]): Promise<readonly PutResult[]> {
    return this.write(
      manager,
      messages.map((message) => this.inParts(message)),
    );
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

  private inParts({ content, quotedId, ...outgoing }: OutgoingContent): InParts {
    return { outgoing, contents: this.partsOf(content), ...(quotedId !== undefined && { quotedId }) };
  }

  private async writeOne(manager: EntityManager, message: InParts): Promise<PutResult> {
    const [put] = await this.write(manager, [message]);
    if (!put) throw chatNotFound();
    return put;
  }

  /** The first parts of all, then the others: where the first part is there already, so are they. */
  private async write(manager: EntityManager, messages: readonly InParts[]): Promise<readonly PutResult[]> {
    const placed: PlacedParts[] = [];
    for (const message of messages) placed.push(await placeParts(manager, message));
    const begun = await this.insert(
      manager,
      placed.flatMap(({ parts }) => parts.slice(0, 1)),
    );
    const others = placed.flatMap(({ parts: [first, ...rest] }) => (first && begun.has(first.id) ? rest : []));
    const written = new Set([...begun, ...(await this.insert(manager, others))]);
    return placed.map(({ accountId, parts }) => {
      const ids = parts.map(({ id }) => id).filter((id) => written.has(id));
      return { ids, accountId };
    });
  }

  /** Answers the ids of those that were not there before. */
  private async insert(manager: EntityManager, parts: readonly Part[]): Promise<ReadonlySet<string>> {
    if (parts.length === 0) return new Set();
    const now = this.clock.now();
    const rows: NewOutboxRow[] = [];
    for (const part of parts) rows.push(await this.rowOf(manager, part, now));
    const inserted = await queryPrepared<{ id: string }>(manager, INSERT, insertParameters(rows, now));
    const ids = new Set(inserted.map(({ id }) => id));
    for (const { id, place, content } of parts) {
      if (ids.has(id)) await this.contents.attach(manager, id, place.subjectId, content);
    }
    return ids;
  }

  private async rowOf(
    manager: EntityManager,
    { id, outgoing, place, part, content, quotedId }: Part,
    now: Date,
  ): Promise<NewOutboxRow> {
    return {
      ...(await this.contents.seal(manager, id, place.subjectId, content)),
      ...{ id, accountId: place.accountId, chatId: outgoing.chatId, subjectId: place.subjectId, part },
      turnId: outgoing.turnId ?? null,
      idempotencyKey: outgoing.idempotencyKey ?? null,
      messageId: newMessageId(),
      origin: outgoing.origin,
      quotedId: quotedId ?? null,
      state: outgoing.draft ? 'draft' : 'queued',
      expiresAt: outgoing.expiresAt ?? usualExpiry(outgoing, now),
      traits: outgoing.traits === undefined ? null : JSON.stringify(outgoing.traits),
      approvedAt: outgoing.approved === true ? now : null,
      unlessHeardSince: outgoing.unlessHeardSince ?? null,
    };
  }
}

/** A message as WhatsApp can carry it. */
interface InParts {
  readonly outgoing: Outgoing;
  readonly contents: readonly OutboundContent[];
  /** Of the first of them. */
  readonly quotedId?: string;
}

interface PlacedParts {
  readonly accountId: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly id: string;
  readonly outgoing: Outgoing;
  readonly place: OutboxPlace;
  readonly part: number;
  readonly content: OutboundContent;
  readonly quotedId?: string;
}

/** Throws `chat.not-found`. */
async function placeParts(manager: EntityManager, { outgoing, contents, quotedId }: InParts): Promise<PlacedParts> {
  const place = outgoing.place ?? (await chatOf(manager, outgoing.chatId));
  if (!place) throw chatNotFound();
  const parts = contents.map((content, part) => ({
    ...{ id: newId(), outgoing, place, part, content },
    ...(part === 0 && quotedId !== undefined && { quotedId }),
  }));
  return { accountId: place.accountId, parts };
}

const CHAT_SQL = 'SELECT account_id AS "accountId", subject_id AS "subjectId" FROM chats WHERE id = $1';

function usualExpiry({ origin, draft }: Outgoing, now: Date): Date | null {
  return origin === 'reply' && !draft ? new Date(now.getTime() + REPLY_EXPIRES_MS) : null;
}

async function chatOf(manager: EntityManager, chatId: string): Promise<OutboxPlace | undefined> {
  const rows: OutboxPlace[] = await manager.query(CHAT_SQL, [chatId]);
  return rows[0];
}
