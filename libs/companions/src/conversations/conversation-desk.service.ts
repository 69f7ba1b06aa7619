import { Injectable } from '@nestjs/common';

import type { Page } from '#kernel';
import { Conversations, People } from '#messaging';
import type { Viewer } from '#security';

import { ConversationCast } from './conversation-cast.service.js';
import { ConversationOpening } from './conversation-opening.service.js';
import { personNeeded, personNotFound } from './conversations.errors.js';
import type { ShownConversation } from './shown-conversation.js';

export interface ConversationWish {
  /** Id or slug. */
  readonly characterId: string;
  /** However a person may be called; none: the viewer. */
  readonly userId?: string;
  readonly title?: string;
  readonly clientId?: string;
}

export interface ConversationFilter {
  readonly status: 'active' | 'archived' | 'all';
  readonly channel?: 'web' | 'whatsapp';
  readonly userId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface ConversationChange {
  /** Null: made from the talk again. */
  readonly title?: string | null;
  readonly status?: 'active' | 'archived';
}

/** What a person may call themselves. */
const ME = 'me';

/** Conversations as people and operators see them. A person sees their own: any other is not there. */
@Injectable()
export class ConversationDesk {
  constructor(
    private readonly conversations: Conversations,
    private readonly people: People,
    private readonly cast: ConversationCast,
    private readonly opening: ConversationOpening,
  ) {}

  /** @throws AppError `character.not-found`, `person.not-found`, `conversation.person-needed` */
  async create(viewer: Viewer, { userId, ...wish }: ConversationWish): Promise<ShownConversation> {
    const contactId = await this.whose(viewer, userId);
    return this.cast.one(await this.opening.begin(viewer, { contactId, ...wish }));
  }

  /** @throws AppError `conversation.not-found` */
  async find(viewer: Viewer, id: string): Promise<ShownConversation> {
    return this.cast.one(await this.conversations.find(viewer, id));
  }

  /** The one with the latest message first. @throws AppError `cursor.invalid`, `person.not-found` */
  async list(viewer: Viewer, { userId, ...filter }: ConversationFilter): Promise<Page<ShownConversation>> {
    const contactId = userId === undefined ? undefined : await this.asked(viewer, userId);
    const { items, nextCursor } = await this.conversations.list(viewer, {
      ...filter,
      ...(contactId !== undefined && { contactId }),
    });
    return { items: await this.cast.all(items), nextCursor };
  }

  /** @throws AppError `conversation.not-found` */
  async update(viewer: Viewer, id: string, change: ConversationChange): Promise<ShownConversation> {
    return this.cast.one(await this.conversations.update(viewer, id, change));
  }

  /** For good, with what characters were told in nothing else. @throws AppError `conversation.not-found` */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.conversations.remove(viewer, id);
  }

  /** Somebody who writes for the first time is made known by an operator's call. */
  private async whose(viewer: Viewer, userId: string | undefined): Promise<string> {
    if (viewer.kind === 'person') return this.asked(viewer, userId ?? ME);
    if (userId === undefined || userId === ME) throw personNeeded();
    return this.people.resolve(userId);
  }

  private async asked(viewer: Viewer, userId: string): Promise<string> {
    if (viewer.kind === 'operator') return this.people.find(userId);
    if (userId === ME || userId === viewer.contactId) return viewer.contactId;
    // By another of their names; nobody learns whether others are known.
    if ((await this.people.find(userId).catch(() => null)) === viewer.contactId) return viewer.contactId;
    throw personNotFound();
  }
}
