import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { ArchivedHistory, openBodies, type MessageEntity } from '#messaging';
import { FieldCipher } from '#security';

import { ForgottenWords } from '../../commands/forgotten-words.service.js';
import type { SearchScope } from '../search-scope.service.js';
import { TurnUpkeep } from './turn-upkeep.service.js';

/** A turn that was found, opened. */
export interface OpenedTurn {
  readonly id: string;
  readonly chatId: string;
  readonly author: MessageEntity['author'];
  readonly senderName: string | null;
  readonly text: string;
  readonly at: Date;
}

/**
 * Opens turns that a search has chosen, wherever they are kept, and says once more in SQL whose they may be. What was taken back or is gone is
 * dropped from the index on the way; what was edited is indexed anew.
 */
@Injectable()
export class TurnOpener {
  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
    private readonly archived: ArchivedHistory,
    private readonly forgotten: ForgottenWords,
    private readonly upkeep: TurnUpkeep,
  ) {}

  /** By id; without those that may not be told. */
  async open(scope: SearchScope, ids: readonly string[]): Promise<ReadonlyMap<string, OpenedTurn>> {
    if (ids.length === 0) return new Map();
    const { chatIds, contactId, groupId, characterId } = scope;
    const rows = await this.statements.run<TurnRow>(TURNS, [ids, chatIds, contactId, groupId, characterId]);
    const stored = rows.filter(({ isStored, revoked }) => isStored && !revoked);
    const texts = await openBodies(this.cipher, stored);
    const opened = new Map<string, OpenedTurn>();
    stored.forEach((row, at) => keep(opened, row, texts[at] ?? null));
    const away = rows.filter(({ isStored, isArchived }) => !isStored && isArchived);
    const found = await Promise.all(away.map((row) => this.textInArchive(row)));
    away.forEach((row, at) => keep(opened, row, found[at] ?? null));
    await this.upkeep.tidy({
      gone: rows.filter(({ isStored, isArchived, revoked }) => revoked || (!isStored && !isArchived)),
      edited: stored
        .filter(({ editedAt, indexedAt }) => editedAt?.getTime() !== indexedAt?.getTime())
        .map((row) => ({ ...row, text: opened.get(row.id)?.text ?? '' })),
    });
    await this.leaveOut(opened, rows, characterId);
    return opened;
  }

  /** What its teller asked to forget in so many words, wherever it is kept: it was not at hand when they asked. */
  private async leaveOut(
    opened: Map<string, OpenedTurn>,
    rows: readonly TurnRow[],
    characterId: string,
  ): Promise<void> {
    const said = rows.flatMap(({ id, tellerId, asked }) => {
      const turn = opened.get(id);
      return turn && tellerId !== null && asked ? [{ id, text: turn.text, at: turn.at, contactId: tellerId }] : [];
    });
    for (const id of await this.forgotten.among(characterId, said)) opened.delete(id);
  }

  private async textInArchive({ id, chatId, sentAt }: TurnRow): Promise<string | null> {
    for await (const page of this.archived.read(chatId, { from: sentAt, to: sentAt })) {
      const message = page.find((candidate) => candidate.id === id);
      if (message) return message.revokedAt === null ? message.text : null;
    }
    return null;
  }
}

interface TurnRow {
  readonly id: string;
  readonly chatId: string;
  readonly author: MessageEntity['author'];
  readonly senderId: string | null;
  readonly senderName: string | null;
  readonly subjectId: string;
  /** Whose it is to have it forgotten: of what was said in private the contact, in a group whoever said it. */
  readonly tellerId: string | null;
  /** They asked later for some words to be forgotten. */
  readonly asked: boolean;
  readonly sentAt: Date;
  /** Of the text that was indexed. */
  readonly indexedAt: Date | null;
  readonly editedAt: Date | null;
  readonly body: Buffer | null;
  readonly revoked: boolean;
  readonly isStored: boolean;
  readonly isArchived: boolean;
}

function keep(opened: Map<string, OpenedTurn>, row: TurnRow, text: string | null): void {
  const { id, chatId, author, senderName, sentAt } = row;
  if (text !== null && text !== '') opened.set(id, { id, chatId, author, senderName, text, at: sentAt });
}

/**
 * Whose chat it is, and what was asked to be forgotten, are looked at here too. The turns first, by their key: from the chat's side, Postgres
 * would walk through everything that was ever said in it.
 */
const TURNS: Statement = {
  name: 'memory.open-turns',
  text: `
WITH turns AS MATERIALIZED (
  SELECT message_id, chat_id, author, sender_id, subject_id, sent_at, edited_at,
    CASE WHEN $4::uuid IS NULL THEN $3::uuid ELSE sender_id END AS teller_id
  FROM memory_turns
  WHERE message_id = ANY ($1::uuid[])
)
SELECT turns.message_id AS id, turns.chat_id AS "chatId", turns.author, turns.sender_id AS "senderId", contacts.name AS "senderName",
  turns.subject_id AS "subjectId", turns.sent_at AS "sentAt", turns.edited_at AS "indexedAt", messages.edited_at AS "editedAt", messages.body,
  messages.revoked_at IS NOT NULL AS revoked, messages.id IS NOT NULL AS "isStored", chats.archived_at IS NOT NULL AS "isArchived",
  turns.teller_id AS "tellerId", EXISTS (SELECT 1 FROM memory_requests AS request
    WHERE request.contact_id = turns.teller_id AND request.character_id = $5 AND request.words IS NOT NULL AND request.at >= turns.sent_at) AS asked
FROM turns
JOIN chats ON chats.id = turns.chat_id
LEFT JOIN messages ON messages.id = turns.message_id AND messages.chat_id = turns.chat_id
LEFT JOIN contacts ON contacts.id = turns.sender_id
WHERE turns.chat_id = ANY ($2::uuid[])
  AND CASE WHEN $4::uuid IS NULL THEN chats.kind = 'direct' AND chats.contact_id = $3 ELSE chats.id = $4 END
  AND NOT EXISTS (SELECT 1 FROM memory_forgotten AS forgotten
    WHERE forgotten.contact_id IN ($3, turns.teller_id) AND forgotten.character_id = $5 AND forgotten.message_id = turns.message_id)
  AND NOT EXISTS (SELECT 1 FROM memory_revisions AS everything
    WHERE everything.contact_id = turns.teller_id AND everything.character_id = $5 AND everything.forgotten_until >= turns.sent_at)`,
};
