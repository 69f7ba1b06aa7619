import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { cleanText } from '#kernel';
import { BlindIndex, FieldCipher } from '#security';

import { messageBodyAddress } from './message-body.js';

export interface RevisedMessage {
  readonly chatId: string;
  readonly id: string;
  readonly at: Date;
}

/** Edits and deletions made on the phone. The newest edit wins; a deleted message loses its text and can't be edited. */
@Injectable()
export class MessageRevisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  async edit(accountId: string, { chatId, id, at, text }: RevisedMessage & { readonly text: string }): Promise<void> {
    await this.transactions.run(async (manager) => {
      const rows: { id: string; subject_id: string }[] = await manager.query(
        `${FIND_SQL} AND revoked_at IS NULL AND (edited_at IS NULL OR edited_at < $4) FOR UPDATE OF messages`,
        [accountId, chatId, id, at],
      );
      for (const row of rows) {
        const clean = cleanText(text);
        const body = await this.cipher.seal(row.subject_id, messageBodyAddress(row.id), clean, manager);
        await manager.query('UPDATE messages SET body = $2, search = $3::tsvector, edited_at = $4 WHERE id = $1', [
          row.id,
          body,
          this.index.vector(clean),
          at,
        ]);
      }
    });
  }

  async revoke(accountId: string, { chatId, id, at }: RevisedMessage): Promise<void> {
    await this.transactions.run(async (manager) => {
      const rows: { id: string }[] = await manager.query(`${FIND_SQL} FOR UPDATE OF messages`, [accountId, chatId, id]);
      await manager.query(
        'UPDATE messages SET body = NULL, search = NULL, revoked_at = coalesce(revoked_at, $2) WHERE id = ANY($1::uuid[])',
        [rows.map((row) => row.id), at],
      );
    });
  }
}

const FIND_SQL = `
SELECT messages.id, messages.subject_id FROM messages JOIN chats ON chats.id = messages.chat_id
WHERE chats.account_id = $1 AND chats.external_id = $2 AND messages.external_id = $3`;
