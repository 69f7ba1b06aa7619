import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { Transactions } from '#database';
import type { IncomingMessage } from '#whatsapp';

import { aliasesOfCounterpart, aliasesOfSender, type Alias } from '../contacts/aliases.js';
import { ContactBook } from '../contacts/contact-book.service.js';
import type { PlannedContact, SeenPerson } from '../contacts/contact-plan.js';
import { lockContacts, registerContacts } from '../contacts/contact-table.js';
import { MergeFollowers } from '../contacts/merge-followers.service.js';
import type { StoredChat } from './chat-plan.js';
import { registerChats } from './chat-table.js';

const CACHED_CHATS = 20_000;
const CACHE_MS = 60_000;

export type PartiesOf = Pick<IncomingMessage, 'chat' | 'sender' | 'fromMe'>;

/** Where a message belongs, in our own ids. */
export interface Parties {
  readonly chatId: string;
  /** Whose key seals what we or the owner say in this chat. */
  readonly chatSubjectId: string;
  /** The contact who wrote it; null for the owner. */
  readonly senderId: string | null;
}

interface Registered {
  readonly message: PartiesOf;
  readonly person: SeenPerson | null;
  readonly contact: PlannedContact | null;
  readonly chat: StoredChat;
}

/** Turns WhatsApp's ids into contacts and chats, from memory when it can. */
@Injectable()
export class ChatBook {
  /** Chats by each address they were seen under; only the entry of the current address is of use. */
  private readonly known = new LRUCache<string, StoredChat>({ max: CACHED_CHATS, ttl: CACHE_MS });
  private readonly addresses = new LRUCache<string, string>({ max: CACHED_CHATS, ttl: CACHE_MS });

  constructor(
    private readonly contacts: ContactBook,
    private readonly transactions: Transactions,
    private readonly followers: MergeFollowers,
  ) {}

  /** One answer for each message, in order. What is new is written in one transaction, and remembered after its commit. */
  async resolve(accountId: string, messages: readonly PartiesOf[]): Promise<readonly Parties[]> {
    const recalled = messages.map((message) => this.recall(accountId, message));
    const fresh = messages.filter((_, index) => recalled[index] === undefined);
    if (fresh.length === 0) return recalled.filter((parties) => parties !== undefined);
    const { registered, merged } = await this.register(accountId, fresh);
    if (merged) {
      // What was recalled may have been merged away: once more, from the tables.
      this.forget();
      if (fresh.length < messages.length) return this.resolve(accountId, messages);
    }
    for (const one of registered) this.remember(accountId, one);
    const written = registered.values();
    return recalled.flatMap((parties) => parties ?? partiesOf(written.next().value) ?? []);
  }

  forget(): void {
    this.known.clear();
    this.addresses.clear();
    this.contacts.forget();
  }

  private recall(accountId: string, message: PartiesOf): Parties | undefined {
    const chat = this.known.get(cacheKey(accountId, message.chat.id));
    if (!chat || (message.chat.name !== undefined && message.chat.name !== chat.title)) return undefined;
    if (this.addresses.get(chat.id) !== message.chat.id) return undefined;
    const person = personOf(message);
    const contactId = person && this.contacts.recall(accountId, person.aliases, person.name);
    if (contactId === undefined || (message.chat.kind === 'direct' && contactId !== chat.contactId)) return undefined;
    return { chatId: chat.id, chatSubjectId: chat.subjectId, senderId: message.fromMe ? null : contactId };
  }

  private async register(
    accountId: string,
    messages: readonly PartiesOf[],
  ): Promise<{ readonly registered: readonly Registered[]; readonly merged: boolean }> {
    const people = messages.map(personOf);
    return this.transactions.run(async (manager) => {
      await lockContacts(manager, accountId);
      const known = people.filter((person) => person !== null);
      const plan = await registerContacts(manager, accountId, known, this.followers);
      const contacts = plan.contacts.values();
      const seen = messages.map((message, index) => {
        const contact = people[index] ? (contacts.next().value ?? null) : null;
        return { message, contact, person: people[index] ?? null };
      });
      const { chats } = await registerChats(
        manager,
        accountId,
        seen.map(({ message: { chat }, contact }) => ({
          chat,
          contactId: chat.kind === 'direct' ? (contact?.id ?? null) : null,
        })),
      );
      const registered = seen.flatMap((one, index) => (chats[index] ? { ...one, chat: chats[index] } : []));
      return { registered, merged: plan.merges.length > 0 };
    });
  }

  private remember(accountId: string, { message, person, contact, chat }: Registered): void {
    if (person && contact) this.contacts.remember(accountId, person.aliases, contact);
    this.known.set(cacheKey(accountId, message.chat.id), chat);
    this.addresses.set(chat.id, chat.externalId);
  }
}

function cacheKey(accountId: string, chatId: string): string {
  return `${accountId}|${chatId}`;
}

function partiesOf(registered: Registered | undefined): Parties | undefined {
  if (!registered) return undefined;
  const { message, contact, chat } = registered;
  return { chatId: chat.id, chatSubjectId: chat.subjectId, senderId: message.fromMe ? null : (contact?.id ?? null) };
}

/** Null when the message names no contact: the owner's own word in a group. */
function personOf(message: PartiesOf): SeenPerson | null {
  const direct = message.chat.kind === 'direct';
  if (!direct && message.fromMe) return null;
  const aliases: readonly Alias[] = direct ? aliasesOfCounterpart(message) : aliasesOfSender(message.sender);
  // Only what a contact says of themselves is their name: the owner's own messages carry the owner's.
  const name = message.fromMe ? undefined : message.sender.name;
  return name === undefined ? { aliases } : { aliases, name };
}
