import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import type { Page } from '#kernel';
import { BlindIndex, Cursors, FieldCipher } from '#security';

import { ArchivedHistory, type ArchivedFinds, type TimeRange } from '../history/archived-history.service.js';
import { comparePlaces, type MessagePlace } from '../history/message-place.js';
import { acceptsLabels, filterName, messageFilterSql, type LabelFilter } from '../labels/label-filter.js';
import { NO_LABELS } from '../labels/label-view.js';
import { ADDITIONS_SQL, openAdditions, type SealedAdditions } from './message-additions.js';
import type { MessageView, StoredMessage } from './message-view.js';
import { openBodies } from './open-bodies.js';

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
  /** Only messages with these labels. None: all. */
  readonly filter?: LabelFilter;
}

/** `unreadable`: ids of archives that are damaged, and may hold messages of this page. */
export interface MessagePage extends Page<MessageView> {
  readonly unreadable: readonly string[];
}

/** Pages of stored messages, the latest first, by position and not by offset: the last page costs what the first does. */
@Injectable()
export class MessagePages {
  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
    private readonly cursors: Cursors,
    private readonly index: BlindIndex,
    private readonly archived: ArchivedHistory,
  ) {}

  /** The messages of one chat. Throws `cursor.invalid`. */
  async ofChat(chatId: string, { limit, cursor, filter = {} }: PageRequest): Promise<MessagePage> {
    const list = `messages:${chatId}${filterName(filter)}`;
    if (filterName(filter) !== '') return this.filtered(list, chatId, { limit, cursor, filter });
    const rows =
      cursor === undefined
        ? await this.statements.run<Row>(FIRST_PAGE, [chatId, limit + 1])
        : await this.statements.run<Row>(NEXT_PAGE, [chatId, limit + 1, ...this.cursors.read(list, cursor, 2)]);
    return this.page(list, rows, { chatId, limit, cursor });
  }

  /** Messages of one chat in the order in which they were sent, from the one after `after` on; at most `limit`. */
  async following(
    chatId: string,
    after: MessagePlace | null,
    { from, to }: TimeRange,
    limit: number,
  ): Promise<readonly MessageView[]> {
    const place = [after?.sentAt ?? null, after?.id ?? null];
    return this.open(await this.statements.run<Row>(FOLLOWING, [chatId, limit, ...place, from ?? null, to ?? null]));
  }

  /** The messages that hold all words of `words`, in any of their forms; of one chat, or of all. Throws `cursor.invalid`. */
  async search(
    words: string,
    chatId: string | null,
    { limit, cursor, filter = {} }: PageRequest,
  ): Promise<MessagePage> {
    const query = this.index.query(words);
    if (query === null) return { items: [], nextCursor: null, unreadable: [] };
    const list = `search:${chatId ?? '*'}:${query}${filterName(filter)}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const only = messageFilterSql(filter, 6);
    const statement = filtered(SEARCH, only.sql);
    const rows = await this.statements.run<Row>(statement, [query, chatId, limit + 1, at, id, ...only.values]);
    return this.page(list, rows, { chatId, words, limit, cursor, filter });
  }

  private async filtered(
    list: string,
    chatId: string,
    { limit, cursor, filter = {} }: PageRequest,
  ): Promise<MessagePage> {
    const place = cursor === undefined ? [] : this.cursors.read(list, cursor, 2);
    const run = (statement: Statement, oneByOne: boolean): Promise<Row[]> => {
      const only = messageFilterSql(filter, 3 + place.length, { oneByOne });
      return this.statements.run<Row>(filtered(statement, only.sql), [chatId, limit + 1, ...place, ...only.values]);
    };
    const [near, far] = cursor === undefined ? [FIRST_NEAR, FIRST_PAGE] : [NEXT_NEAR, NEXT_PAGE];
    const close = await run(near, true);
    const rows = close.length > limit ? close : await run(far, false);
    return this.page(list, rows, { chatId, limit, cursor, filter });
  }

  /** The archive is asked for what the store of record leaves of a page: of a chat when its rows are at their end, of all chats always. */
  private async page(list: string, rows: readonly Row[], wanted: Wanted): Promise<MessagePage> {
    const { limit, chatId } = wanted;
    const full = rows.length > limit;
    const items = await this.open(rows.slice(0, limit));
    if (full && chatId !== null) return this.pageOf(list, items, items.at(-1));
    const { items: archived, resume, unreadable } = await this.findArchived(list, wanted);
    const merged = [...items, ...archived].sort((one, other) => comparePlaces(other, one));
    // What lies before the place where the search of the archive stopped is for the next page.
    const shown = merged.filter((one) => !resume || comparePlaces(one, resume) >= 0).slice(0, limit);
    const more = full || resume !== null || merged.length > shown.length;
    const end = shown.length < limit && resume !== null ? resume : shown.at(-1);
    return { ...this.pageOf(list, shown, more ? end : undefined), unreadable };
  }

  private findArchived(list: string, { chatId, words, limit, cursor, filter = {} }: Wanted): Promise<ArchivedFinds> {
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const before = at === null ? null : { sentAt: new Date(String(at)), id: String(id) };
    const accept = filterName(filter) === '' ? undefined : (one: MessageView) => acceptsLabels(one, filter);
    return this.archived.find({ chatId, words, accept, before, limit: limit + 1 });
  }

  private pageOf(list: string, items: readonly MessageView[], last: MessagePlace | undefined): MessagePage {
    const nextCursor = last ? this.cursors.sign(list, [last.sentAt.toISOString(), last.id]) : null;
    return { items, nextCursor, unreadable: [] };
  }

  private async open(rows: readonly Row[]): Promise<MessageView[]> {
    const texts = await openBodies(this.cipher, rows);
    const additions = await openAdditions(this.cipher, rows);
    return rows.map(({ body: _body, subjectId: _subjectId, ...message }, index) => ({
      ...message,
      text: texts[index] ?? null,
      media: additions[index]?.media ?? null,
      reactions: additions[index]?.reactions ?? [],
      labels: additions[index]?.labels ?? NO_LABELS,
    }));
  }
}

/** What a page is of, for the archive. */
interface Wanted extends PageRequest {
  readonly chatId: string | null;
  readonly words?: string;
}

interface Row extends StoredMessage, SealedAdditions {
  readonly senderName: string | null;
  readonly subjectId: string;
  readonly body: Buffer | null;
}

const SELECT_SQL = `
SELECT messages.id, chat_id AS "chatId", external_id AS "externalId", author, sender_id AS "senderId", contacts.name AS "senderName",
  subject_id AS "subjectId", kind, body, ack, quoted_id AS "quotedId", addressed, route, route_reason AS "routeReason",
  sent_at AS "sentAt", stored_at AS "storedAt", edited_at AS "editedAt", revoked_at AS "revokedAt", read_at AS "readAt", processed_at AS "processedAt", ${ADDITIONS_SQL}
FROM messages LEFT JOIN contacts ON contacts.id = sender_id`;

const ORDER_SQL = 'ORDER BY sent_at DESC, messages.id DESC';
/** The last one of a statement: others are of what it selects from. */
const LAST_ORDER = /ORDER BY sent_at DESC, messages\.id DESC (?=LIMIT \$\d+$)/;

const FIRST_PAGE: Statement = {
  name: 'messages.first-page',
  text: `${SELECT_SQL} WHERE chat_id = $1 ${ORDER_SQL} LIMIT $2`,
};

const NEXT_PAGE: Statement = {
  name: 'messages.next-page',
  text: `${SELECT_SQL} WHERE chat_id = $1 AND (sent_at, messages.id) < ($3::timestamptz, $4::uuid) ${ORDER_SQL} LIMIT $2`,
};

/** pg prepares what has a name. */
const UNPREPARED = '';

/** The messages among which a narrowed page is looked for at first: most pages are full there. */
const NEAR = 2_000;

const FIRST_NEAR: Statement = { name: 'messages.first-near', text: nearSql('chat_id = $1') };

const NEXT_NEAR: Statement = {
  name: 'messages.next-near',
  text: nearSql('chat_id = $1 AND (sent_at, messages.id) < ($3::timestamptz, $4::uuid)'),
};

const FOLLOWING: Statement = {
  name: 'messages.following',
  text: `${SELECT_SQL} WHERE chat_id = $1 AND ($3::timestamptz IS NULL OR (sent_at, messages.id) > ($3, $4::uuid))
    AND ($5::timestamptz IS NULL OR sent_at >= $5) AND ($6::timestamptz IS NULL OR sent_at <= $6)
    ORDER BY sent_at, messages.id LIMIT $2`,
};

const SEARCH: Statement = {
  name: 'messages.search',
  text: `${SELECT_SQL} WHERE search @@ $1::tsquery AND ($2::uuid IS NULL OR chat_id = $2)
    AND ($4::timestamptz IS NULL OR (sent_at, messages.id) < ($4, $5::uuid)) ${ORDER_SQL} LIMIT $3`,
};

/**
 * The statement with more conditions. It is planned each time: how rare a label is decides how its messages are found, and a plan that is
 * kept does not know which label comes.
 */
function filtered({ name, text }: Statement, conditions: string): Statement {
  if (conditions === '') return { name, text };
  return { name: UNPREPARED, text: text.replace(LAST_ORDER, (order) => `${conditions} ${order}`) };
}

function nearSql(condition: string): string {
  const near = `(SELECT * FROM messages WHERE ${condition} ${ORDER_SQL} LIMIT ${NEAR}) AS messages`;
  return `${SELECT_SQL.replace('FROM messages LEFT JOIN', () => `FROM ${near} LEFT JOIN`)} WHERE true ${ORDER_SQL} LIMIT $2`;
}
