import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { newId } from '#kernel';
import type { IncomingMessage } from '#whatsapp';

import { aliasesOfCounterpart, aliasesOfSender } from '../contacts/aliases.js';
import { ContactBook } from '../contacts/contact-book.service.js';

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

interface KnownChat {
  readonly id: string;
  readonly subjectId: string;
  readonly title: string | null;
  readonly contactId: string | null;
}

/** Turns WhatsApp's ids into contacts and chats, from memory when it can. */
@Injectable()
export class ChatBook {
  private readonly known = new LRUCache<string, KnownChat>({ max: CACHED_CHATS, ttl: CACHE_MS });

  constructor(
    private readonly contacts: ContactBook,
    private readonly transactions: Transactions,
  ) {}

  /** One answer for each message, in order. What is new is written in one transaction. */
  async resolve(accountId: string, messages: readonly PartiesOf[]): Promise<readonly Parties[]> {
    const recalled = messages.map((message) => this.recall(accountId, message));
    if (recalled.every((parties) => parties !== undefined)) return recalled;
    return this.transactions.run(async (manager) => {
      const all: Parties[] = [];
      for (const [index, message] of messages.entries()) {
        all.push(recalled[index] ?? this.recall(accountId, message) ?? (await this.write(manager, accountId, message)));
      }
      return all;
    });
  }

  forget(): void {
    this.known.clear();
    this.contacts.forget();
  }

  private recall(accountId: string, message: PartiesOf): Parties | undefined {
    const chat = this.known.get(cacheKey(accountId, message.chat.id));
    if (!chat || (message.chat.name !== undefined && message.chat.name !== chat.title)) return undefined;
    const contactId = this.recallContact(accountId, message);
    if (contactId === undefined || (message.chat.kind === 'direct' && contactId !== chat.contactId)) return undefined;
    return { chatId: chat.id, chatSubjectId: chat.subjectId, senderId: message.fromMe ? null : contactId };
  }

  /** Null when the message names no contact: the owner's own word in a group. */
  private recallContact(accountId: string, message: PartiesOf): string | null | undefined {
    if (message.chat.kind === 'direct') {
      return this.contacts.recall(accountId, aliasesOfCounterpart(message), nameOf(message));
    }
    return message.fromMe ? null : this.contacts.recall(accountId, aliasesOfSender(message.sender), nameOf(message));
  }

  private async write(manager: EntityManager, accountId: string, message: PartiesOf): Promise<Parties> {
    const { chat, sender, fromMe } = message;
    const direct = chat.kind === 'direct';
    const aliases = direct ? aliasesOfCounterpart(message) : aliasesOfSender(sender);
    const contactId =
      direct || !fromMe ? await this.contacts.resolve(manager, accountId, aliases, nameOf(message)) : null;
    const known = await upsertChat(manager, accountId, chat, direct ? contactId : null);
    this.known.set(cacheKey(accountId, chat.id), known);
    return { chatId: known.id, chatSubjectId: known.subjectId, senderId: fromMe ? null : contactId };
  }
}

function cacheKey(accountId: string, chatId: string): string {
  return `${accountId}|${chatId}`;
}

/** Only what a contact says of themselves is their name: the owner's own messages carry the owner's. */
function nameOf({ sender, fromMe }: PartiesOf): string | undefined {
  return fromMe ? undefined : sender.name;
}

/** A direct chat is found by its contact, so that it stays one chat when WhatsApp changes the address; others by their id. */
async function upsertChat(
  manager: EntityManager,
  accountId: string,
  chat: PartiesOf['chat'],
  contactId: string | null,
): Promise<KnownChat> {
  const found: { id: string }[] = await manager.query(
    `SELECT id FROM chats WHERE account_id = $1 AND (external_id = $2 OR (kind = 'direct' AND contact_id = $3::uuid)) ORDER BY contact_id = $3::uuid DESC NULLS LAST LIMIT 1`,
    [accountId, chat.id, contactId],
  );
  const id = found[0]?.id ?? newId();
  const rows: { id: string; subject_id: string; title: string | null; contact_id: string | null }[] =
    await manager.query(
      `INSERT INTO chats (id, account_id, external_id, kind, title, contact_id, subject_id) VALUES ($1::uuid, $2, $3, $4, $5, $6::uuid, coalesce($6::uuid, $1::uuid))
     ON CONFLICT (id) DO UPDATE SET external_id = excluded.external_id, title = coalesce(excluded.title, chats.title)
     RETURNING id, subject_id, title, contact_id`,
      [id, accountId, chat.id, chat.kind, chat.name ?? null, contactId],
    );
  const [row] = rows;
  if (!row) throw new Error('an upsert returns its row');
  return { id: row.id, subjectId: row.subject_id, title: row.title, contactId: row.contact_id };
}
