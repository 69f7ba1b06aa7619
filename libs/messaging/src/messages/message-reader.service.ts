import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { FieldCipher } from '#security';

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

/** Reads conversations for agents. The chat is in every query: no other chat's words can come out. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** The last `limit` messages of a chat that arrived or were sent, oldest first. */
  async recent(chatId: string, limit: number): Promise<readonly SpokenMessage[]> {
    const rows = await this.dataSource.query<SpokenRow[]>(
      `SELECT messages.id, author, sender_id, name, subject_id AS "subjectId", kind, body, sent_at
       FROM messages LEFT JOIN contacts ON contacts.id = sender_id
       WHERE chat_id = $1 AND revoked_at IS NULL AND author <> 'system' AND ack IS DISTINCT FROM -1
       ORDER BY sent_at DESC, messages.id DESC LIMIT $2`,
      [chatId, limit],
    );
    const spoken = await this.open(rows);
    return spoken.reverse();
  }

  /** The messages of a turn, in the order in which they were sent. */
  async ofTurn(turnId: string): Promise<readonly SpokenMessage[]> {
    const rows = await this.dataSource.query<SpokenRow[]>(
      `SELECT messages.id, author, sender_id, name, subject_id AS "subjectId", kind, body, sent_at
       FROM messages LEFT JOIN contacts ON contacts.id = sender_id
       WHERE turn_id = $1 AND author = 'contact' ORDER BY sent_at, messages.id`,
      [turnId],
    );
    return this.open(rows);
  }

  /** WhatsApp's ids of the messages that a turn answers. */
  async externalIdsOfTurn(turnId: string): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      `SELECT external_id FROM messages WHERE turn_id = $1 AND author = 'contact'`,
      [turnId],
    );
    return rows.map((row) => row.external_id);
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

interface SpokenRow {
  readonly id: string;
  readonly author: MessageAuthor;
  readonly sender_id: string | null;
  readonly name: string | null;
  readonly subjectId: string;
  readonly kind: MessageKind;
  readonly body: Buffer | null;
  readonly sent_at: Date;
}
