import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 } from 'uuid';

import { Transactions } from '#database';
import { AppError, cleanText, Clock, newId } from '#kernel';
import type { Viewer } from '#security';

import { PersonEvents } from '../events/person-events.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { ConversationRows, type ConversationRow } from './conversation-rows.service.js';
import type { ConversationNote } from './conversation-view.js';
import { SealedConversationWords } from './conversation-words.service.js';
import { conversationNotFound } from './conversation.errors.js';
import type { ConversationStatus } from './conversation.entity.js';
import { MAKE_CHAT_SQL, MAKE_CONVERSATION_SQL, NOTE_SQL } from './conversations.sql.js';
import { mergeTopics } from './merge-topics.js';

/** UTF-16 units. */
const LONGEST_TITLE = 120;

export interface NewConversation {
  readonly contactId: string;
  readonly title?: string;
  readonly clientId?: string;
}

/** Writes what belongs to a conversation that has just been made, in its transaction. */
export type BeginningWrites = (manager: EntityManager, chatId: string) => Promise<void>;

/** Writes conversations down: how they begin and where they stand. */
@Injectable()
export class ConversationNotes {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: ConversationRows,
    private readonly words: SealedConversationWords,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  /** Answers the id of the conversation. */
  begin({ contactId, title, clientId }: NewConversation, also?: BeginningWrites): Promise<string> {
    return this.transactions.run(async (manager) => {
      const owner = await ownerOf(manager, contactId);
      // The client's own name for it makes its id: a request that comes twice finds what it made.
      const id = clientId === undefined ? newId() : v5(`${owner}|${clientId}`, WEB_ACCOUNT_ID);
      const now = this.clock.now();
      const made: unknown[] = await manager.query(MAKE_CHAT_SQL, [id, WEB_ACCOUNT_ID, `${id}@web`, owner, now]);
      if (made.length === 0) return id;
      const words = { title: title === undefined ? null : titleOf(title), topics: [], currentTopic: null };
      const said = words.title === null ? null : await this.words.seal(manager, { id, subjectId: owner }, words);
      await manager.query(MAKE_CONVERSATION_SQL, [id, owner, said === null ? null : 'custom', said, now]);
      await also?.(manager, id);
      return id;
    });
  }

  /** @throws AppError `conversation.not-found` */
  async change(
    viewer: Viewer,
    id: string,
    { title, status }: { readonly title?: string | null; readonly status?: 'active' | 'archived' },
  ): Promise<void> {
    if (title === undefined && status === undefined) return;
    const told = await this.transactions.run(async (manager) => {
      const row = await this.rows.lock(manager, viewer, id);
      const given = title === undefined ? {} : { title, titleSource: title === null ? null : ('custom' as const) };
      await this.write(manager, row, given, status);
      return this.tell(manager, row);
    });
    if (told !== null) this.events.moved(told);
  }

  async note(chatId: string, note: Partial<ConversationNote>): Promise<void> {
    const told = await this.transactions.run(async (manager) => {
      const row = await this.rows.lock(manager, { kind: 'operator' }, chatId).catch(unlessMissing);
      if (row === null) return null;
      const { title, titleSource = 'auto', ...rest } = note;
      const isNew = title !== undefined && !(titleSource === 'auto' && row.titleSource === 'custom');
      await this.write(manager, row, isNew ? { ...rest, title, titleSource } : rest);
      return isNew ? this.tell(manager, row) : null;
    });
    if (told !== null) this.events.moved(told);
  }

  private async write(
    manager: EntityManager,
    row: ConversationRow,
    note: Partial<ConversationNote>,
    status: ConversationStatus | null = null,
  ): Promise<void> {
    const [before] = await this.words.open([row], manager);
    const words = {
      title: note.title === undefined ? (before?.title ?? null) : note.title === null ? null : titleOf(note.title),
      topics: mergeTopics(before?.topics ?? [], note.topics ?? []),
      currentTopic: note.currentTopic === undefined ? (before?.currentTopic ?? null) : note.currentTopic,
    };
    await manager.query(NOTE_SQL, [
      row.id,
      row.contactId,
      this.clock.now(),
      await this.words.seal(manager, row, words),
      note.title === undefined ? row.titleSource : (note.titleSource ?? null),
      note.mood ?? null,
      note.intent ?? null,
      note.nsfwLevel ?? null,
      note.nsfwAt ?? null,
      status,
    ]);
  }

  /** Only what is on the web has clients that listen. Answers whose stream it was. */
  private async tell(manager: EntityManager, { id, channel, contactId }: ConversationRow): Promise<string | null> {
    if (channel !== 'web') return null;
    await this.events.append(manager, {
      ...{ contactId, chatId: id, event: 'conversation:updated' },
      payload: { conversationId: id },
    });
    return contactId;
  }
}

/** The person, who until the transaction ends turns out to be nobody else: a conversation that is left behind is nobody's. */
async function ownerOf(manager: EntityManager, contactId: string): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    'SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = $1 FOR SHARE',
    [contactId],
  );
  return row?.id ?? contactId;
}

function titleOf(title: string): string {
  return cleanText(title).slice(0, LONGEST_TITLE).toWellFormed();
}

function unlessMissing(error: unknown): null {
  if (error instanceof AppError && error.code === conversationNotFound().code) return null;
  throw error;
}
