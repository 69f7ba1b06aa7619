import type { WireMessage, WireTarget } from '../wire.js';
import { chatOf, type Chat } from './chats.js';
import { Collection } from './collection.js';
import { journal } from './journal.js';
import { Msg, msgOf } from './msg.js';
import { contactOf } from './people.js';
import type { StoredMessage } from './store.js';

const EARLIER = 50;

class Messages extends Collection<Msg> {
  /** Those that are known, also from the profile. */
  async getMessagesById(ids: readonly unknown[]): Promise<{ messages: Msg[] }> {
    const found = await Promise.all(ids.map(async (id) => this.get(id) ?? (await load(String(id)))));
    return { messages: found.filter((message) => message !== undefined) };
  }

  search(query: string): Promise<{ messages: Msg[] }> {
    return Promise.resolve({ messages: this.getModelsArray().filter(({ body }) => body?.includes(query)) });
  }
}

export const messages = new Messages(Msg);
const stored = new WeakMap<Msg, StoredMessage>();
/** Keys of all messages in the profile. */
const keys = new Set<string>();
let lastRow = 0;

/** The profile's text of a message's key, whatever field WhatsApp keeps it in today. */
function storedKeyOf({ fromMe, chat, id, author }: WireMessage): string {
  return [fromMe, chat, id, ...(author === undefined ? [] : [author])].join('_');
}

/** A message that is new to this page: kept, shown in its chat, and told. */
export function arrive(message: WireMessage, { isNewMsg, isPending = false }: ArrivalOptions): Msg {
  lastRow += 1;
  const record: StoredMessage = {
    key: storedKeyOf(message),
    chat: message.chat,
    row: lastRow,
    ...(isPending && { pending: 1 }),
    message,
  };
  keys.add(record.key);
  journal.noteMessage(record);
  const msg = msgOf(record, isNewMsg);
  const chat = show(msg, record);
  if (!message.fromMe) chat.set({ unreadCount: chat.unreadCount + 1 });
  chat.note();
  return messages.add(msg);
}

export interface ArrivalOptions {
  readonly isNewMsg: boolean;
  /** The server doesn't have it yet. */
  readonly isPending?: boolean;
}

/** Takes up what the profile has: all of it is known, the latest of it is in memory. */
export async function restoreMessages(): Promise<void> {
  const store = await journal.store();
  for (const key of await store.messageKeys()) keys.add(key);
  recall(await store.recent(await store.lastRow()));
}

/** Brings back what the profile has; nobody is told. */
export function recall(records: readonly StoredMessage[]): Msg[] {
  return records.map((record) => {
    lastRow = Math.max(lastRow, record.row);
    const known = messages.get(record.key);
    if (known) return known;
    const msg = msgOf(record, false);
    show(msg, record);
    messages.place(msg);
    msg.belongTo(messages);
    return msg;
  });
}

/** Changes a message, in the profile too; `fields` are those of WhatsApp's model. */
export function change(
  msg: Msg,
  { ack, type, ...fields }: { ack?: number; type?: string } & Record<string, unknown>,
): void {
  const record = stored.get(msg);
  if (!record) return;
  const message = {
    ...record.message,
    ...(ack !== undefined && { ack }),
    ...(type !== undefined && { type }),
    fields: { ...record.message.fields, ...fields },
  };
  const isPending = message.fromMe && message.ack === 0;
  const { key, chat, row } = record;
  const changed: StoredMessage = { key, chat, row, ...(isPending && { pending: 1 }), message };
  stored.set(msg, changed);
  journal.noteMessage(changed);
  msg.set({ ...fields, ...(ack !== undefined && { ack }), ...(type !== undefined && { type }) });
}

/** What the profile has of a message in memory. */
export function recordOf(msg: Msg): StoredMessage | undefined {
  return stored.get(msg);
}

/** A message by chat and id, in memory or in the profile. */
export async function findTarget({ chat, id, author }: WireTarget): Promise<Msg | undefined> {
  for (const fromMe of [false, true]) {
    const key = [fromMe, chat, id, ...(author === undefined ? [] : [author])].join('_');
    const msg = messages.get(key) ?? (await load(key));
    if (msg) return msg;
  }
  return undefined;
}

/** Gets earlier messages of a chat from the profile. */
export async function loadEarlier({ chat }: { chat: Chat }): Promise<Msg[]> {
  const rows = chat.msgs.getModelsArray().map((msg) => stored.get(msg)?.row ?? Infinity);
  const oldest = rows.reduce((least, row) => Math.min(least, row), Number.MAX_SAFE_INTEGER);
  const store = await journal.store();
  await journal.written();
  const earlier = recall(await store.earlier(chat.id.toString(), oldest, EARLIER));
  chat.msgs.sort((one, other) => (stored.get(one)?.row ?? 0) - (stored.get(other)?.row ?? 0));
  return earlier;
}

/** A message of the profile, from now on in memory. */
async function load(key: string): Promise<Msg | undefined> {
  if (!keys.has(key)) return undefined;
  const store = await journal.store();
  const record = await store.message(key);
  return record && recall([record])[0];
}

function show(msg: Msg, record: StoredMessage): Chat {
  stored.set(msg, record);
  const chat = chatOf(msg.id.remote);
  chat.msgs.place(msg);
  if (chat.t <= msg.t) Object.assign(chat, { t: msg.t, lastReceivedKey: msg.id });
  if (!msg.id.fromMe) contactOf(msg.author ?? msg.from);
  return chat;
}

export const messageModules = {
  WAWebChatLoadMessages: {
    loadEarlierMsgs: loadEarlier,
    loadRecentMsgs: loadEarlier,
  },
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen: () => undefined },
  WAWebSendNonMessageDataRequest: { sendPeerDataOperationRequest: () => Promise.resolve() },
};
