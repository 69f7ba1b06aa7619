import type { DataSource } from 'typeorm';

import type { ChatView, MessageHistory, MessageView } from '#messaging';

import type { ExportedChat, ExportMessage, Transcript } from './transcript.js';

export interface ReadingOptions {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly signal: AbortSignal;
  /** How many messages have been read so far. */
  readonly onRead: (messages: number) => Promise<void>;
}

/**
 * Reads chats for one export, and takes note of whose words were read: who has a key to be erased. People are looked up when they
 * first turn up, so it holds no more than who is in the chats.
 */
export class ExportReading {
  /** Messages read so far, each once however often its chat is read. */
  messages = 0;
  /** Chats of which an archive is damaged: what is in it is not in the export. */
  readonly damagedChats = new Set<string>();
  private readonly phones = new Map<string, string | null>();
  private readonly keyHolders = new Set<string>();
  /** People some of whose words can be read: a person that was merged with another one has the other's key, too. */
  private readonly readable = new Set<string>();

  constructor(
    private readonly history: MessageHistory,
    private readonly dataSource: DataSource,
    private readonly options: ReadingOptions,
  ) {}

  /** Ids of the data keys under which what was read is sealed in the store. */
  get subjectIds(): readonly string[] {
    return [...this.keyHolders];
  }

  transcript(chat: ChatView): Transcript {
    let read = false;
    return {
      chat: exportedChat(chat),
      read: () => {
        const counts = !read;
        read = true;
        return this.pages(chat, counts);
      },
    };
  }

  private async *pages(chat: ChatView, counts: boolean): AsyncGenerator<readonly ExportMessage[]> {
    const { from, to, signal, onRead } = this.options;
    // Whoever the chat is named after is in the file, too, even if no message is.
    await this.lookUp(chat, []);
    const range = { ...(from && { from }), ...(to && { to }) };
    for await (const page of this.history.read(chat.id, range, () => this.damagedChats.add(chat.id))) {
      signal.throwIfAborted();
      await this.lookUp(chat, page);
      yield page.map((message) => this.exported(chat, message));
      if (!counts) continue;
      this.messages += page.length;
      await onRead(this.messages);
    }
  }

  private async lookUp({ id, contactId }: ChatView, page: readonly MessageView[]): Promise<void> {
    const people = page.flatMap(({ senderId, reactions }) => [senderId, ...reactions.map((one) => one.senderId)]);
    const strangers = new Set([id, contactId, ...people].filter((one) => one !== null));
    const unmet = [...strangers].filter((one) => !this.phones.has(one));
    if (unmet.length > 0) await this.meet(unmet);
  }

  /** What is remembered of keys may be minutes old, so words of the erased may still have been read: they go no further. */
  private exported(chat: ChatView, message: MessageView): ExportMessage {
    const senderPhone = this.phones.get(message.senderId ?? '') ?? null;
    const owners = message.senderId === null ? [chat.id, chat.contactId] : [message.senderId];
    const { media, reactions } = message;
    const mine = owners.some((owner) => this.isReadable(owner));
    return {
      ...message,
      senderPhone,
      text: mine ? message.text : null,
      media: mine ? media : media && { ...media, fileName: null, state: 'skipped', reason: 'erased' },
      reactions: reactions.filter(({ senderId }) => (senderId === null ? mine : this.isReadable(senderId))),
    };
  }

  private isReadable(person: string | null): boolean {
    return person !== null && this.readable.has(person);
  }

  private async meet(ids: readonly string[]): Promise<void> {
    const rows = await this.dataSource.query<{ contact_id: string; phone: string }[]>(
      `SELECT contact_id, min(value) AS phone FROM contact_aliases WHERE kind = 'pn' AND contact_id = ANY($1) GROUP BY contact_id`,
      [ids],
    );
    for (const id of ids) this.phones.set(id, null);
    for (const { contact_id, phone } of rows) this.phones.set(contact_id, `+${phone}`);
    const holders = await this.dataSource.query<{ subject_id: string; person: string }[]>(KEY_HOLDERS_SQL, [ids]);
    for (const { subject_id, person } of holders) {
      this.keyHolders.add(subject_id);
      this.readable.add(person);
    }
  }
}

/** A person's texts stay under the key that sealed them when that person turns out to be the same as another. */
const KEY_HOLDERS_SQL = `
SELECT subject_id, coalesce(merged_into, subject_id) AS person
FROM data_keys LEFT JOIN contacts ON contacts.id = subject_id
WHERE subject_id = ANY($1) OR subject_id IN (SELECT id FROM contacts WHERE merged_into = ANY($1))`;

function exportedChat({ id, externalId, kind, title, contactName }: ChatView): ExportedChat {
  const [user = '', server] = externalId.split('@');
  const phone = server === 'c.us' ? `+${user}` : externalId;
  return { id, externalId, kind, name: (title ?? contactName ?? '').trim() || phone };
}
