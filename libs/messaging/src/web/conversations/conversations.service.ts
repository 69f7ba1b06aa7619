import { Injectable } from '@nestjs/common';

import type { Page } from '#kernel';
import { Cursors, type Viewer } from '#security';

import { ConversationRemoval } from './conversation-removal.service.js';
import { ConversationRows } from './conversation-rows.service.js';
import type { ConversationNote, ConversationView } from './conversation-view.js';
import { conversationNotFound } from './conversation.errors.js';
import { ConversationNotes, type BeginningWrites, type NewConversation } from './conversation-notes.service.js';

export interface ConversationListWish {
  readonly status?: 'active' | 'archived' | 'all';
  readonly channel?: 'web' | 'whatsapp';
  readonly contactId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const OPERATOR: Viewer = { kind: 'operator' };

/** Conversations of people, on the web and on WhatsApp: the same chats, seen by whoever may see them. */
@Injectable()
export class Conversations {
  constructor(
    private readonly rows: ConversationRows,
    private readonly notes: ConversationNotes,
    private readonly removal: ConversationRemoval,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Begins one on the web. The same `clientId` of the same person gives the one that it made, as long as it was not deleted. What must be there
   * from its beginning is written by `also`, in the same transaction; not when it was there already.
   */
  async create(wish: NewConversation, also?: BeginningWrites): Promise<ConversationView> {
    return this.find(OPERATOR, await this.notes.begin(wish, also));
  }

  /** @throws AppError `conversation.not-found` */
  async find(viewer: Viewer, id: string): Promise<ConversationView> {
    const [view] = await this.rows.open([await this.rows.find(viewer, id)]);
    if (!view) throw conversationNotFound();
    return view;
  }

  /** The one with the latest message first. @throws AppError `cursor.invalid` */
  async list(viewer: Viewer, { limit, cursor, ...wish }: ConversationListWish): Promise<Page<ConversationView>> {
    const list = `conversations:${wish.status ?? 'all'}:${wish.channel ?? '*'}:${wish.contactId ?? '*'}`;
    const [recentAt, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const after = recentAt === null || id === null ? null : { recentAt: String(recentAt), id: String(id) };
    const rows = await this.rows.list(viewer, { ...wish, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.rows.open(shown),
      nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.place, last.id]) : null,
    };
  }

  /** `title: null` has it made from the talk again. @throws AppError `conversation.not-found` */
  async update(
    viewer: Viewer,
    id: string,
    change: { readonly title?: string | null; readonly status?: 'active' | 'archived' },
  ): Promise<ConversationView> {
    await this.notes.change(viewer, id, change);
    return this.find(viewer, id);
  }

  /**
   * For good: all that was said, its title and its topics, and what is known of nothing else.
   * @throws AppError `conversation.not-found`, `conversation.not-web`
   */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.removal.remove(viewer, id);
  }

  /**
   * Notes where the conversation of a chat stands; what is left out stays. Topics are added to those of before. A title made from the talk
   * never takes the place of one that somebody gave. Nothing happens to a chat that is gone, deleted, or no direct one.
   */
  note(chatId: string, note: Partial<ConversationNote>): Promise<void> {
    return this.notes.note(chatId, note);
  }

  /** As it was noted last. @throws AppError `conversation.not-found`, also for a chat that is no direct one */
  stateOf(chatId: string): Promise<ConversationView> {
    return this.find(OPERATOR, chatId);
  }
}
