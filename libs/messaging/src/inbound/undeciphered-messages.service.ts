import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { cleanText } from '#kernel';
import type { IncomingMessage } from '#whatsapp';

import { aliasOf } from '../contacts/aliases.js';

/** Messages that were stored before WhatsApp could decipher them. */
@Injectable()
export class UndecipheredMessages {
  constructor(private readonly statements: Statements) {}

  /**
   * Makes room for the message itself, which then is news: it may be a STOP, or wait for an answer. Should nobody get to store it,
   * it is missing, and is caught up as such.
   */
  async makeRoom(accountId: string, { chat, id }: IncomingMessage): Promise<void> {
    const address = cleanText(chat.id);
    const alias = aliasOf(address);
    await this.statements.run(REMOVE, [accountId, address, alias.kind, alias.value, cleanText(id)]);
  }
}

const REMOVE: Statement = {
  name: 'inbound.remove-undeciphered',
  text: `
WITH removed AS (
  DELETE FROM messages USING chats
  WHERE chats.id = messages.chat_id AND messages.external_id = $5 AND messages.kind = 'unknown' AND messages.body IS NULL
    AND messages.revoked_at IS NULL AND messages.author = 'contact' AND chats.account_id = $1
    AND (chats.external_id = $2 OR (chats.kind = 'direct' AND chats.contact_id IN (
      SELECT contact_id FROM contact_aliases WHERE account_id = $1 AND kind = $3 AND value = $4)))
  RETURNING messages.chat_id
)
UPDATE chats SET message_count = message_count - 1 FROM removed WHERE chats.id = removed.chat_id`,
};
