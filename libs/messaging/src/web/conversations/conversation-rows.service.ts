import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { isId, type AppError } from '#kernel';
import type { Viewer } from '#security';

import { personSql } from '../events/person-sql.js';
import type { ConversationView } from './conversation-view.js';
import { SealedConversationWords, type ConversationWords, type SealedWords } from './conversation-words.service.js';
import { CONVERSATIONS_SQL, visibleSql } from './conversations.sql.js';
import { conversationNotFound, conversationNotWeb } from './conversation.errors.js';

/** A conversation as it stands in the tables. */
export interface ConversationRow extends Omit<ConversationView, 'title' | 'topics' | 'currentTopic'>, SealedWords {
  readonly externalId: string;
  readonly recentAt: Date;
}

export interface ListedConversation extends ConversationRow {
  /** Its place in the list, to the microsecond: the one with the latest message comes first. */
  readonly place: string;
}

export interface ConversationWish {
  readonly status?: 'active' | 'archived' | 'all';
  readonly channel?: 'web' | 'whatsapp';
  readonly contactId?: string;
  readonly after: { readonly recentAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** Looks conversations up as their viewer may see them: another's is not there. */
@Injectable()
export class ConversationRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly words: SealedConversationWords,
  ) {}

  /** @throws AppError `conversation.not-found` */
  async find(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<ConversationRow> {
    return one(await manager.query<ConversationRow[]>(FIND_SQL, [idOf(id), viewerId(viewer)]));
  }

  /**
   * With its chat locked until the transaction ends. A person's stream is locked after it, never before.
   * @throws AppError `conversation.not-found`, `conversation.not-web`
   */
  async lockOnWeb(manager: EntityManager, viewer: Viewer, id: string): Promise<ConversationRow> {
    const row = await this.lock(manager, viewer, id);
    if (row.channel !== 'web') throw conversationNotWeb();
    return row;
  }

  /**
   * As `lockOnWeb`, for many: in order, an error in the place of one that is not there or not on the web. The chats are locked in the order of
   * their ids, so that two who lock some of the same never wait for each other.
   */
  async lockAllOnWeb(
    manager: EntityManager,
    asked: readonly { readonly viewer: Viewer; readonly id: string }[],
  ): Promise<(ConversationRow | AppError)[]> {
    const ids = asked.map(({ id }) => (isId(id) ? id : null));
    await manager.query('SELECT 1 FROM chats WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    const rows = await manager.query<(ConversationRow & { readonly place: number })[]>(FIND_ALL_SQL, [
      ids,
      asked.map(({ viewer }) => viewerId(viewer)),
    ]);
    const byPlace = new Map(rows.map(({ place, ...row }) => [place, row]));
    return asked.map((_, index) => {
      const row = byPlace.get(index + 1);
      if (!row) return conversationNotFound();
      return row.channel === 'web' ? row : conversationNotWeb();
    });
  }

  /** As `lockOnWeb`, for one of any channel. */
  async lock(manager: EntityManager, viewer: Viewer, id: string): Promise<ConversationRow> {
    // First the lock: what is looked at next is as its holder of before left it.
    await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [idOf(id)]);
    return this.find(viewer, id, manager);
  }

  list(viewer: Viewer, { status, channel, contactId, after, limit }: ConversationWish): Promise<ListedConversation[]> {
    return this.dataSource.query<ListedConversation[]>(LIST_SQL, [
      viewerId(viewer),
      status === undefined || status === 'all' ? null : status,
      channel ?? null,
      contactId ?? null,
      after?.recentAt ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  async open(rows: readonly (ConversationRow | ListedConversation)[]): Promise<ConversationView[]> {
    const words = await this.words.open(rows);
    return rows.map((row, index) => viewOf(row, words[index]));
  }
}

/** How a row is sealed, and where it stands in a list: nothing to tell of a conversation. */
const NOT_TOLD: ReadonlySet<string> = new Set(['subjectId', 'said', 'externalId', 'recentAt', 'place']);

function viewOf(row: ConversationRow | ListedConversation, words: ConversationWords | undefined): ConversationView {
  const told = Object.fromEntries(Object.entries(row).filter(([name]) => !NOT_TOLD.has(name))) as unknown as Omit<
    ConversationView,
    keyof ConversationWords
  >;
  const { title = null, topics = [], currentTopic = null } = words ?? {};
  return { ...told, title, topics, currentTopic };
}

/** Null for an operator. */
export function viewerId(viewer: Viewer): string | null {
  return viewer.kind === 'person' ? viewer.contactId : null;
}

/** What is no id is nobody's. */
function idOf(id: string): string {
  if (!isId(id)) throw conversationNotFound();
  return id;
}

function one(rows: readonly ConversationRow[]): ConversationRow {
  const [row] = rows;
  if (!row) throw conversationNotFound();
  return row;
}

const FIND_SQL = `${CONVERSATIONS_SQL} WHERE chats.id = $1 AND ${visibleSql('$2')}`;

const FIND_ALL_SQL = `
SELECT found.*, asked.place::integer AS place
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (id, viewer, place)
JOIN LATERAL (${CONVERSATIONS_SQL} WHERE chats.id = asked.id AND ${visibleSql('asked.viewer')}) AS found ON true`;

const WISHED_SQL = `${visibleSql('$1')}
    AND ($2::text IS NULL OR coalesce(conversations.status, 'active') = $2) AND ($3::text IS NULL OR chats.channel = $3)
    AND ($4::uuid IS NULL OR chats.contact_id = ${personSql('$4')})`;

/** Each part is read along an index of its own, and no further than the page goes. */
export const LIST_SQL = `
SELECT shown.*, "recentAt"::text AS place FROM (
  (${CONVERSATIONS_SQL} WHERE ${WISHED_SQL} AND last_message_at IS NOT NULL
    AND ($5::timestamptz IS NULL OR (last_message_at, chats.id) < ($5, $6::uuid))
  ORDER BY last_message_at DESC, chats.id DESC LIMIT $7)
  UNION ALL
  (${CONVERSATIONS_SQL} WHERE ${WISHED_SQL} AND last_message_at IS NULL
    AND ($5::timestamptz IS NULL OR (chats.created_at, chats.id) < ($5, $6::uuid))
  ORDER BY chats.created_at DESC, chats.id DESC LIMIT $7)
) AS shown
ORDER BY "recentAt" DESC, id DESC LIMIT $7`;
