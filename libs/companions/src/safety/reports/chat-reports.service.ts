import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId } from '#kernel';
import type { Viewer } from '#security';

import { SafetyDesk, type UserReport } from '../desk/safety-desk.service.js';
import { conversationNotFound, messageNotFound } from './report.errors.js';

/** Takes reports of what can be seen by who reports it: of a person, what is in their own chats. */
@Injectable()
export class ChatReports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: SafetyDesk,
  ) {}

  /** A conversation whose last report nobody has looked at yet is not reported again. @throws AppError `conversation.not-found` */
  async conversation(viewer: Viewer, chatId: string): Promise<void> {
    const [chat] = await this.find<UserReport & { readonly open: boolean }>(CHAT_SQL, viewer, chatId);
    if (!chat) throw conversationNotFound();
    const { open, ...report } = chat;
    if (!open) await this.desk.report(report);
  }

  /** @throws AppError `message.not-found` */
  async message(viewer: Viewer, messageId: string): Promise<void> {
    const [report] = await this.find<UserReport>(MESSAGE_SQL, viewer, messageId);
    if (!report) throw messageNotFound();
    await this.desk.report(report);
  }

  private async find<T>(sql: string, viewer: Viewer, id: string): Promise<T[]> {
    return isId(id) ? this.dataSource.query<T[]>(sql, [id, viewer.kind === 'person' ? viewer.contactId : null]) : [];
  }
}

/** What was deleted is not there, for operators neither. */
const SEEN = `
($2::uuid IS NULL OR (chats.kind = 'direct' AND chats.contact_id = $2))
AND NOT EXISTS (SELECT 1 FROM conversations WHERE conversations.chat_id = chats.id AND conversations.status = 'deleted')`;

const CHAT_SQL = `
SELECT chats.id AS "chatId", chats.contact_id AS "contactId", EXISTS (
  SELECT 1 FROM safety_incidents AS known
  WHERE known.chat_id = chats.id AND known.kind = 'report' AND known.message_id IS NULL AND known.handled_at IS NULL
) AS open
FROM chats WHERE chats.id = $1 AND ${SEEN}`;

const MESSAGE_SQL = `
SELECT chats.id AS "chatId", chats.contact_id AS "contactId", messages.id AS "messageId"
FROM messages JOIN chats ON chats.id = messages.chat_id WHERE messages.id = $1 AND ${SEEN}`;
