import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { cleanText } from '#kernel';
import { BlindIndex, FieldCipher } from '#security';

import { aliasOf } from '../contacts/aliases.js';
import { EarlyRevisions, type EarlyRevision } from './early-revisions.service.js';
import { messageBodyAddress } from './message-body.js';
import { RevokedMessages } from './revoked-messages.service.js';

export interface RevisedMessage {
  readonly chatId: string;
  readonly id: string;
  readonly at: Date;
}

/**
 * Edits and deletions made on the phone. The newest edit wins; a deleted message loses its text, can't be edited and waits
 * for no answer. What comes before its message waits for it.
 */
@Injectable()
export class MessageRevisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly early: EarlyRevisions,
    private readonly revoked: RevokedMessages,
  ) {}

  async edit(accountId: string, { chatId, id, at, text }: RevisedMessage & { readonly text: string }): Promise<void> {
    await this.take({
      accountId,
      chatId: cleanText(chatId),
      messageId: cleanText(id),
      text: cleanText(text),
      editedAt: at,
      revokedAt: null,
    });
  }

  async revoke(accountId: string, { chatId, id, at }: RevisedMessage): Promise<void> {
    await this.take({
      accountId,
      chatId: cleanText(chatId),
      messageId: cleanText(id),
      text: null,
      editedAt: null,
      revokedAt: at,
    });
  }

  /** Answers whether the message was there. */
  async apply(revision: Omit<EarlyRevision, 'id'>): Promise<boolean> {
    return this.transactions.run((manager) => this.applyIn(manager, revision));
  }

  /** As `apply`, in the caller's transaction. */
  async applyIn(manager: EntityManager, revision: Omit<EarlyRevision, 'id'>): Promise<boolean> {
    const rows = await this.find(manager, revision);
    for (const row of rows) {
      if (revision.revokedAt) await this.revoked.revoke(manager, row.id, revision.revokedAt);
      else if (revision.text !== null) await this.edited(manager, row, revision.text, revision.editedAt);
    }
    return rows.length > 0;
  }

  private async take(revision: Omit<EarlyRevision, 'id'>): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (!(await this.applyIn(manager, revision))) await this.early.note(manager, revision);
    });
  }

  private async edited(manager: EntityManager, row: FoundRow, text: string, at: Date | null): Promise<void> {
    const body = text === '' ? null : await this.cipher.seal(row.subject_id, messageBodyAddress(row.id), text, manager);
    await manager.query(EDIT_SQL, [row.id, body, text === '' ? null : this.index.vector(text), at]);
  }

  /** The chats are locked first, as a turn does it: a message is deleted before it is routed or after, never meanwhile. */
  private async find(manager: EntityManager, revision: Omit<EarlyRevision, 'id'>): Promise<readonly FoundRow[]> {
    const { accountId, chatId, messageId } = revision;
    const alias = aliasOf(chatId);
    const chats: { id: string }[] = await manager.query(CHATS_SQL, [accountId, chatId, alias.kind, alias.value]);
    return manager.query<FoundRow[]>(
      'SELECT id, subject_id FROM messages WHERE chat_id = ANY($1::uuid[]) AND external_id = $2 ORDER BY id FOR UPDATE',
      [chats.map(({ id }) => id), messageId],
    );
  }
}

interface FoundRow {
  readonly id: string;
  readonly subject_id: string;
}

/** The chat with this address, now or before: a message id counts in its own chat only, lest anybody delete another's. */
const CHATS_SQL = `
SELECT id FROM chats WHERE account_id = $1 AND (external_id = $2 OR (kind = 'direct' AND contact_id IN (
  SELECT contact_id FROM contact_aliases WHERE account_id = $1 AND kind = $3 AND value = $4)))
ORDER BY id FOR UPDATE`;

const EDIT_SQL = `
UPDATE messages SET body = $2, search = $3::tsvector, edited_at = $4
WHERE id = $1 AND revoked_at IS NULL AND (edited_at IS NULL OR edited_at < $4)`;
