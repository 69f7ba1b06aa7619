import type { Principal } from '#security';
import { newId } from '#kernel';

import type { ConversationParts } from '../src/people/conversation-sockets.service.js';
import type { PersonFeedEvent } from '../src/people/person-feed-source.js';
import type { Room } from '../src/people/room-guard.js';

/** Conversations in memory, for any number of processes of a test. */
export class FakeConversations {
  private readonly owners = new Map<string, string>();
  private readonly feeds = new Map<string, PersonFeedEvent[]>();
  private readonly kept = new Map<string, { readonly contactId: string; readonly chatIds: readonly string[] }>();
  /** Sessions that are kept on. */
  readonly renewed = new Set<string>();
  /** Times that a feed was read. */
  reads = 0;
  /** Set for a database that does not answer. */
  failure: Error | undefined;
  /** Times that it did not. */
  failures = 0;

  readonly parts: ConversationParts = {
    guard: { mayJoin: (principal, chatId) => this.mayJoin(principal, chatId) },
    feed: {
      after: (contactId, position, limit) => this.after(contactId, position, limit),
      lastPosition: (contactId) => this.answer(this.endOf(contactId)),
      lastPositions: (contactIds) => this.answer(new Map(contactIds.map((id) => [id, this.endOf(id)]))),
      firstPosition: (contactId) => this.answer(this.feedOf(contactId)[0]?.position ?? null),
    },
    sessions: {
      keep: async (id, session) => void (await this.answer(this.kept.set(id, session))),
      renew: async (ids) => {
        for (const id of await this.answer(ids)) this.renewed.add(id);
      },
      chatsOf: async (id, contactId) => {
        const session = await this.answer(this.kept.get(id));
        return session?.contactId === contactId ? session.chatIds : [];
      },
    },
  };

  /** A conversation of that person. */
  open(contactId: string): string {
    const chatId = newId();
    this.owners.set(chatId, contactId);
    return chatId;
  }

  /** Something happens in a conversation; the one who calls tells of it. */
  append(chatId: string, payload: unknown, event = 'message:received'): void {
    const feed = this.feedOf(this.ownerOf(chatId));
    feed.push({ position: String(BigInt(feed.at(-1)?.position ?? '0') + 1n), chatId, event, payload });
  }

  /** What is older than the last `count` events of a person is pruned. */
  prune(contactId: string, count: number): void {
    const feed = this.feedOf(contactId);
    feed.splice(0, Math.max(0, feed.length - count));
  }

  /** A conversation is deleted, with what has happened in it. */
  remove(chatId: string): void {
    const feed = this.feedOf(this.ownerOf(chatId));
    feed.splice(0, feed.length, ...feed.filter((event) => event.chatId !== chatId));
  }

  ownerOf(chatId: string): string {
    return this.owners.get(chatId) ?? '';
  }

  private async mayJoin({ person }: Principal, chatId: string): Promise<Room | null> {
    const contactId = await this.answer(this.owners.get(chatId));
    if (contactId === undefined || (person && person.contactId !== contactId)) return null;
    return { contactId, conversation: { id: chatId } };
  }

  private async after(contactId: string, position: string, limit: number): Promise<readonly PersonFeedEvent[]> {
    this.reads += 1;
    const events = this.feedOf(contactId).filter((event) => BigInt(event.position) > BigInt(position));
    return this.answer(events.slice(0, limit));
  }

  private endOf(contactId: string): string {
    return this.feedOf(contactId).at(-1)?.position ?? '0';
  }

  private feedOf(contactId: string): PersonFeedEvent[] {
    const feed = this.feeds.get(contactId) ?? [];
    this.feeds.set(contactId, feed);
    return feed;
  }

  /** Not at once, as a database. */
  private async answer<T>(value: T): Promise<T> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.failure) return value;
    this.failures += 1;
    throw this.failure;
  }
}
