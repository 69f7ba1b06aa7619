import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { FieldCipher } from '#security';

import { outboxBodyAddress } from '../outbox/outbox-body.js';
import type { MessageAuthor } from './message.entity.js';
import { openBodies } from './open-bodies.js';

import type { MessageKind } from '#whatsapp';

/** One message of a conversation, opened. */
export interface SpokenMessage {
  readonly id: string;
  readonly author: MessageAuthor;
  readonly senderId: string | null;
  readonly senderName: string | null;
  readonly kind: MessageKind;
  /** '' when there is none: media without a caption. */
  readonly text: string;
  readonly sentAt: Date;
}

/** A conversation as a turn sees it, oldest first. */
export interface TurnConversation {
  /** Up to the turn, then our own answers that have not left yet. What came after the turn is not in there. */
  readonly earlier: readonly SpokenMessage[];
  /** The turn's own messages; empty when nothing of it is left to answer. */
  readonly asked: readonly SpokenMessage[];
}

const NOTHING_ASKED: TurnConversation = { earlier: [], asked: [] };

/** Reads conversations for agents. The chat is in every query: no other chat's words can come out. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
  ) {}

  /** What a turn is about. `limit` messages before it are read. */
  async conversationOf(turnId: string, chatId: string, limit: number): Promise<TurnConversation> {
    const asked = await this.statements.run<SpokenRow>(ASKED, [turnId]);
    if (asked.length === 0) return NOTHING_ASKED;
    // Read before the store of record, never after it: an answer that passes the last gate in between is then seen in both, and not in neither.
    const leaving = await this.onTheirWay(chatId);
    const before = await this.statements.run<SpokenRow>(BEFORE, [chatId, turnId, limit]);
    const stored = new Set(before.map((row) => row.external_id));
    const stillLeaving = leaving.filter((row) => !stored.has(row.message_id));
    return {
      earlier: [...(await this.open(before.reverse())), ...(await this.openLeaving(stillLeaving))],
      asked: await this.open(asked),
    };
  }

  /** WhatsApp's ids of the messages that a turn answers. */
  async externalIdsOfTurn(turnId: string): Promise<readonly string[]> {
    const rows = await this.statements.run<{ external_id: string }>(IDS_OF_TURN, [turnId]);
    return rows.map((row) => row.external_id);
  }

  /** Our answers that are in the outbox and not yet in the store of record. */
  private async onTheirWay(chatId: string): Promise<readonly LeavingRow[]> {
    return this.statements.run<LeavingRow>(LEAVING, [chatId]);
  }

  private async openLeaving(rows: readonly LeavingRow[]): Promise<SpokenMessage[]> {
    const texts = await this.cipher.openAll(
      rows.map((row) => ({ subjectId: row.subject_id, at: outboxBodyAddress(row.id), sealed: row.body })),
    );
    return rows.map((row, index) => ({
      id: row.id,
      author: 'assistant',
      senderId: null,
      senderName: null,
      kind: 'text',
      text: texts[index] ?? '',
      sentAt: row.created_at,
    }));
  }

  private async open(rows: readonly SpokenRow[]): Promise<SpokenMessage[]> {
    const texts = await openBodies(this.cipher, rows);
    return rows.map((row, index) => ({
      id: row.id,
      author: row.author,
      senderId: row.sender_id,
      senderName: row.name,
      kind: row.kind,
      text: texts[index] ?? '',
      sentAt: row.sent_at,
    }));
  }
}

interface LeavingRow {
  readonly id: string;
  readonly message_id: string;
  readonly subject_id: string;
  readonly body: Buffer;
  readonly created_at: Date;
}

interface SpokenRow {
  readonly id: string;
  readonly external_id: string;
  readonly author: MessageAuthor;
  readonly sender_id: string | null;
  readonly name: string | null;
  readonly subjectId: string;
  readonly kind: MessageKind;
  readonly body: Buffer | null;
  readonly sent_at: Date;
}

const SELECT_SQL = `
SELECT messages.id, external_id, author, sender_id, name, subject_id AS "subjectId", kind, body, sent_at
FROM messages LEFT JOIN contacts ON contacts.id = sender_id`;

const ASKED: Statement = {
  name: 'messages.asked',
  text: `${SELECT_SQL} WHERE turn_id = $1 AND author = 'contact' AND revoked_at IS NULL ORDER BY sent_at, messages.id`,
};

const BEFORE: Statement = {
  name: 'messages.before-turn',
  text: `${SELECT_SQL} LEFT JOIN turns ON turns.id = turn_id
WHERE messages.chat_id = $1 AND author <> 'system' AND revoked_at IS NULL AND ack IS DISTINCT FROM -1 AND route IS DISTINCT FROM 'pending'
  AND (turn_id IS NULL OR turns.position < (SELECT position FROM turns WHERE id = $2))
ORDER BY sent_at DESC, messages.id DESC LIMIT $3`,
};

const LEAVING: Statement = {
  name: 'outbox.leaving',
  text: `SELECT id, message_id, subject_id, body, created_at FROM outbox
WHERE chat_id = $1 AND state = 'queued' AND gated_at IS NULL ORDER BY position`,
};

const IDS_OF_TURN: Statement = {
  name: 'messages.ids-of-turn',
  text: `SELECT external_id FROM messages WHERE turn_id = $1 AND author = 'contact'`,
};
