import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { cleanText, newId } from '#kernel';
import { BlindIndex, DataKeys, sealField, type DataKey } from '#security';
import type { ChatKind, MessageKind } from '#whatsapp';

import { chatNotFound } from '../chats/chat.errors.js';
import { ChatBook } from '../chats/chat-book.service.js';
import { messageBodyAddress } from '../messages/message-body.js';
import { ArchivedHistory } from './archived-history.service.js';
import { INSERT_HISTORY } from './history.sql.js';
import { IMPORTED_ID } from './imported-id.js';
import { LIVE_TWINS } from './live-twins.sql.js';

/** A message that was said before we were there. It is stored and searchable, and never answered. */
export interface HistoricMessage {
  readonly externalId: string;
  /** Null for a line of WhatsApp itself. */
  readonly sender: { readonly externalId: string; readonly name?: string } | null;
  readonly fromMe: boolean;
  readonly kind: MessageKind;
  readonly text: string;
  readonly sentAt: Date;
  readonly editedAt?: Date;
  readonly deletedAt?: Date;
}

export interface HistoricChat {
  readonly externalId: string;
  readonly kind: ChatKind;
  readonly name?: string;
}

/** How exactly the times of a past are told. */
export type TimePrecision = 'minute' | 'second';

/** Writes a conversation's past in large batches; the same message again changes nothing. */
@Injectable()
export class HistoryWriter {
  constructor(
    private readonly chats: ChatBook,
    private readonly archived: ArchivedHistory,
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
    private readonly statements: Statements,
  ) {}

  /** Finds or makes the chat. One that was put away is brought back: what it holds is known only beside it. */
  async openChat(accountId: string, chat: HistoricChat): Promise<{ readonly chatId: string }> {
    const owner = { id: chat.externalId };
    const [parties] = await this.chats.resolve(accountId, [{ chat: chatRef(chat), sender: owner, fromMe: true }]);
    if (!parties) throw new Error('one chat was asked for');
    await this.archived.revive(parties.chatId);
    return { chatId: parties.chatId };
  }

  /**
   * Writes up to a few thousand messages in one statement. Answers how many were new and how many were there already: by their ids, and,
   * when `twinsBy` says how exactly their times are told, by what came from the phone itself. Whoever asks for that gives what was said
   * in one minute at once.
   */
  async write(
    chatId: string,
    messages: readonly HistoricMessage[],
    { twinsBy }: { readonly twinsBy?: TimePrecision } = {},
  ): Promise<{ readonly inserted: number; readonly known: number }> {
    const fresh = twinsBy ? await this.withoutTwins(chatId, messages, twinsBy) : messages;
    const inserted = fresh.length === 0 ? 0 : await this.insert(chatId, fresh);
    return { inserted, known: messages.length - inserted };
  }

  private async withoutTwins(
    chatId: string,
    messages: readonly HistoricMessage[],
    precision: TimePrecision,
  ): Promise<readonly HistoricMessage[]> {
    const rows = await this.statements.run<{ readonly place: number }>(LIVE_TWINS, [
      ...[chatId, IMPORTED_ID, precision],
      messages.map(authorOf),
      messages.map(({ sentAt }) => sentAt),
      messages.map((message) => this.wordsOf(textOf(message))),
      messages.map(({ deletedAt }) => deletedAt !== undefined),
    ]);
    const twins = new Set(rows.map(({ place }) => place));
    return messages.filter((_, place) => !twins.has(place));
  }

  /** Answers how many were new. */
  private async insert(chatId: string, messages: readonly HistoricMessage[]): Promise<number> {
    const chat = await this.chatOf(chatId);
    const senders = await this.sendersOf(chat, messages);
    const subjects = messages.map((_, index) => senders[index] ?? chat.subject_id);
    const keys = await this.keys.of([...new Set(subjects)]);
    const [result] = await this.statements.run<{ inserted: number }>(INSERT_HISTORY, [
      chatId,
      ...this.columnsOf(messages, senders, subjects, keys),
    ]);
    return result?.inserted ?? 0;
  }

  private columnsOf(
    messages: readonly HistoricMessage[],
    senders: readonly (string | null)[],
    subjects: readonly string[],
    keys: ReadonlyMap<string, DataKey>,
  ): unknown[][] {
    const ids = messages.map(() => newId());
    const texts = messages.map(textOf);
    return [
      ids,
      messages.map((message) => message.externalId),
      messages.map(authorOf),
      [...senders],
      [...subjects],
      messages.map((message) => message.kind),
      texts.map((text, index) => {
        const key = keys.get(subjects[index] ?? '');
        return text === '' || !key ? null : sealField(key, messageBodyAddress(ids[index] ?? ''), text);
      }),
      texts.map((text) => this.wordsOf(text)),
      messages.map((message) => message.sentAt),
      messages.map((message) => message.editedAt ?? null),
      messages.map((message) => message.deletedAt ?? null),
    ];
  }

  private wordsOf(text: string): string | null {
    return text === '' ? null : this.index.vector(text);
  }

  /** Contacts of those who wrote, found or made all at once. */
  private async sendersOf(chat: ChatRow, messages: readonly HistoricMessage[]): Promise<(string | null)[]> {
    const senders = new Map(messages.flatMap((message) => contactOf(message)));
    const ref = { id: chat.external_id, kind: chat.kind };
    const parties = await this.chats.resolve(
      chat.account_id,
      [...senders].map(([id, name]) => ({
        chat: ref,
        sender: { id, ...(name !== undefined && { name }) },
        fromMe: false,
      })),
    );
    const ids = new Map([...senders.keys()].map((id, index) => [id, parties[index]?.senderId ?? null]));
    return messages.map((message) => contactOf(message).map(([id]) => ids.get(id) ?? null)[0] ?? null);
  }

  private async chatOf(chatId: string): Promise<ChatRow> {
    const [row] = await this.statements.run<ChatRow>(CHAT, [chatId]);
    if (!row) throw chatNotFound();
    return row;
  }
}

const CHAT: Statement = {
  name: 'history.chat',
  text: 'SELECT account_id, external_id, kind, subject_id FROM chats WHERE id = $1',
};

interface ChatRow {
  readonly account_id: string;
  readonly external_id: string;
  readonly kind: ChatKind;
  readonly subject_id: string;
}

function chatRef({ externalId, kind, name }: HistoricChat): { id: string; kind: ChatKind; name?: string } {
  return { id: externalId, kind, ...(name !== undefined && { name }) };
}

/** The one who wrote it and their name; nobody for the owner and for WhatsApp itself. */
function contactOf({ sender, fromMe }: HistoricMessage): [string, string | undefined][] {
  return fromMe || !sender ? [] : [[sender.externalId, sender.name]];
}

function authorOf({ fromMe, sender }: HistoricMessage): string {
  if (fromMe) return 'owner';
  return sender ? 'contact' : 'system';
}

function textOf({ text, deletedAt }: HistoricMessage): string {
  return deletedAt ? '' : cleanText(text);
}
