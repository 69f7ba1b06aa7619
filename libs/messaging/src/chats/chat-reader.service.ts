import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, cleanText, isId, type Page } from '#kernel';
import { Cursors } from '#security';
import { directChatIdOf } from '#whatsapp';

import { aliasOf } from '../contacts/aliases.js';
import { chatFilterSql, filterName, type LabelFilter } from '../labels/label-filter.js';
import { CHAT_LABELS_SQL, labelsView, type LabelRow, type LabelsView } from '../labels/label-view.js';
import type { ChatEntity } from './chat.entity.js';
import { chatNotFound } from './chat.errors.js';

const LIST = 'chats';

export type ChatView = Pick<
  ChatEntity,
  | 'id'
  | 'accountId'
  | 'externalId'
  | 'kind'
  | 'title'
  | 'contactId'
  | 'replyMode'
  | 'allowed'
  | 'optedOutAt'
  | 'takenOverUntil'
  | 'messageCount'
  | 'lastMessageAt'
  | 'archivedAt'
  | 'createdAt'
> & { readonly contactName: string | null; readonly labels: LabelsView };

type ChatRow = Omit<ChatView, 'labels'> & { readonly labels: readonly LabelRow[] | null };

/** Lists and finds chats for the operator. */
@Injectable()
export class ChatReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Chats with messages, the latest first. Throws `cursor.invalid`. */
  async list({
    limit,
    cursor,
    filter = {},
    archived,
  }: {
    readonly limit: number;
    readonly cursor?: string;
    readonly filter?: LabelFilter;
    /** Only those that are put away, or only those that are not. */
    readonly archived?: boolean;
  }): Promise<Page<ChatView>> {
    const list = `${LIST}${filterName(filter)}${archived === undefined ? '' : `&archived=${archived}`}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const only = chatFilterSql(filter, 4);
    const rows = await this.dataSource.query<ChatRow[]>(
      `${VIEW_SQL} WHERE last_message_at IS NOT NULL AND ($1::timestamptz IS NULL OR (last_message_at, chats.id) < ($1, $2))
       ${only.sql} ${archived === undefined ? '' : `AND archived_at IS ${archived ? 'NOT ' : ''}NULL`}
       ORDER BY last_message_at DESC, chats.id DESC LIMIT $3`,
      [at, id, limit + 1, ...only.values],
    );
    const items = rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    const more = rows.length > limit && last?.lastMessageAt;
    return { items, nextCursor: more ? this.cursors.sign(list, [more.toISOString(), last.id]) : null };
  }

  /** Those of the ids, as of `find`, that are no chat's; each once. */
  async unknownAmong(ids: readonly string[]): Promise<readonly string[]> {
    const asked = [...new Set(ids)];
    const rows = await this.dataSource.query<{ name: string }[]>(
      `SELECT id::text AS name FROM chats WHERE id = ANY($1::uuid[])
       UNION SELECT external_id FROM chats WHERE external_id = ANY($2::text[])`,
      [asked.filter((id) => isId(id)), asked.filter((id) => cleanText(id) === id)],
    );
    const known = new Set(rows.map(({ name }) => name));
    const unknown: string[] = [];
    for (const id of asked) if (!known.has(id) && !(await this.exists(id))) unknown.push(id);
    return unknown;
  }

  private async exists(id: string): Promise<boolean> {
    try {
      await this.find(id);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return false;
      throw error;
    }
  }

  /** Finds a chat by our id, by WhatsApp's, by a phone number, or by any address of its contact there. Throws `chat.not-found`. */
  async find(idOrExternalId: string): Promise<ChatView> {
    // What Postgres cannot hold is nobody's id.
    if (cleanText(idOrExternalId) !== idOrExternalId) throw chatNotFound();
    const externalId = directChatIdOf(idOrExternalId) ?? idOrExternalId;
    const alias = aliasOf(externalId);
    const rows = isId(idOrExternalId)
      ? await this.dataSource.query<ChatRow[]>(`${VIEW_SQL} WHERE chats.id = $1`, [idOrExternalId])
      : await this.dataSource.query<ChatRow[]>(
          `${VIEW_SQL} WHERE external_id = $1 OR chats.kind = 'direct' AND channel = 'whatsapp' AND contact_id IN (
             SELECT contact_id FROM contact_aliases WHERE kind = $2 AND value = $3)
           ORDER BY external_id = $1 DESC LIMIT 1`,
          [externalId, alias.kind, alias.value],
        );
    const [chat] = rows;
    if (!chat) throw chatNotFound();
    return viewOf(chat);
  }
}

function viewOf({ labels, ...chat }: ChatRow): ChatView {
  return { ...chat, labels: labelsView(labels) };
}

const VIEW_SQL = `
SELECT chats.id, chats.account_id AS "accountId", external_id AS "externalId", kind, title, contact_id AS "contactId",
  reply_mode AS "replyMode", allowed, opted_out_at AS "optedOutAt", taken_over_until AS "takenOverUntil",
  message_count AS "messageCount", last_message_at AS "lastMessageAt", archived_at AS "archivedAt", chats.created_at AS "createdAt", contacts.name AS "contactName",
  ${CHAT_LABELS_SQL.trim()}
FROM chats LEFT JOIN contacts ON contacts.id = contact_id`;
