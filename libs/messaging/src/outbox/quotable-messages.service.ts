import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, isId } from '#kernel';

import { messageNotFound } from './outbox.errors.js';

/** Finds the messages that the operator answers or reacts to. */
@Injectable()
export class QuotableMessages {
  constructor(private readonly dataSource: DataSource) {}

  /** WhatsApp's id of a message of that chat, by its id or ours. Throws `message.not-found`. */
  async externalIdOf(chatId: string, idOrExternalId: string): Promise<string> {
    // What Postgres cannot hold is nobody's id.
    if (cleanText(idOrExternalId) !== idOrExternalId) throw messageNotFound();
    const [row] = await this.dataSource.query<{ external_id: string }[]>(
      `SELECT external_id FROM messages WHERE chat_id = $1 AND (external_id = $2 OR id = $3) AND author <> 'system' LIMIT 1`,
      [chatId, idOrExternalId, isId(idOrExternalId) ? idOrExternalId : null],
    );
    if (!row) throw messageNotFound();
    return row.external_id;
  }
}
