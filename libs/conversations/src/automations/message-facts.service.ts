import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError } from '#kernel';
import { MessageLabels, NO_LABELS, UnlabelledMessages } from '#messaging';
import { Logger } from '#telemetry';

import type { MessageFacts } from './matches.js';

/** A contact's message that may be looked at. */
export interface KnownMessage extends MessageFacts {
  readonly id: string;
  readonly storedAt: Date;
}

/** Finds out what automations ask about messages. */
@Injectable()
export class MessageFactsReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messages: UnlabelledMessages,
    private readonly labels: MessageLabels,
    private readonly logger: Logger,
  ) {}

  /** In the order of the ids; what is gone, or not a contact's, is left out. */
  async of(messageIds: readonly string[]): Promise<readonly KnownMessage[]> {
    if (messageIds.length === 0) return [];
    const rows = await this.dataSource.query<FactsRow[]>(FACTS_SQL, [messageIds]);
    const [texts, labels] = [await this.textsOf(messageIds), await this.labels.of(messageIds)];
    const known = new Map(labels.map((message) => [message.id, message.labels]));
    return rows.map((row) => ({ ...row, text: texts.get(row.id) ?? '', labels: known.get(row.id) ?? NO_LABELS }));
  }

  private async textsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    try {
      const messages = await this.messages.these(messageIds);
      return new Map(messages.map(({ id, text }) => [id, text]));
    } catch (error) {
      // What passes is tried again: a word that was not seen now would never be.
      if (!(error instanceof AppError) || error.retryable) throw error;
      const [only] = messageIds;
      if (messageIds.length > 1) return this.oneByOne(messageIds);
      // One row that was damaged must not keep its chat from being looked at.
      this.logger.error({ err: error, messageId: only }, 'a message cannot be read; automations see no text in it');
      return new Map();
    }
  }

  private async oneByOne(messageIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const texts = new Map<string, string | null>();
    for (const id of messageIds) for (const [key, text] of await this.textsOf([id])) texts.set(key, text);
    return texts;
  }
}

interface FactsRow extends Omit<KnownMessage, 'text' | 'labels'> {
  readonly id: string;
}

/** What an archive holds was written before: then it is nobody's first message. */
const FACTS_SQL = `
SELECT messages.id, chat_id AS "chatId", chats.kind AS "chatKind", sent_at AS "sentAt", stored_at AS "storedAt",
  (archived_at IS NOT NULL OR opted_out_at IS NOT NULL) AS closed,
  NOT (archived_at IS NOT NULL AND first_message_at < sent_at) AND NOT EXISTS (
    SELECT 1 FROM messages AS earlier WHERE earlier.chat_id = messages.chat_id AND earlier.author = 'contact'
      AND earlier.sender_id IS NOT DISTINCT FROM messages.sender_id
      AND (earlier.sent_at, earlier.id) < (messages.sent_at, messages.id)) AS first,
  (SELECT later.sent_at FROM messages AS later WHERE later.chat_id = messages.chat_id AND later.author <> 'system'
      AND later.ack IS DISTINCT FROM -1 AND (later.sent_at, later.id) > (messages.sent_at, messages.id)
    ORDER BY later.sent_at, later.id LIMIT 1) AS "nextAt"
FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (message_id, place)
JOIN messages ON messages.id = asked.message_id JOIN chats ON chats.id = chat_id
WHERE author = 'contact' AND revoked_at IS NULL ORDER BY place`;
