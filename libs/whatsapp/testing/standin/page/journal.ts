import { Store, type StoreName, type StoredChat, type StoredMessage } from './store.js';

type Entry = { readonly id: string } | { readonly key: string };

interface Batch {
  readonly entries: Map<StoreName, Map<string, Entry>>;
  readonly written: Promise<void>;
}

/** Writes behind: what is noted while a write is under way goes with the next one. */
class Journal {
  readonly #open = Store.open();
  #last: Promise<void> = Promise.resolve();
  #batch: Batch | undefined;
  #isClosed = false;

  store(): Promise<Store> {
    return this.#open;
  }

  noteMessage(message: StoredMessage): void {
    this.#note('messages', message.key, message);
  }

  noteChat(chat: StoredChat): void {
    this.#note('chats', chat.id, chat);
  }

  note(name: 'people' | 'groups' | 'meta', entry: { readonly id: string }): void {
    this.#note(name, entry.id, entry);
  }

  /** Resolves when everything noted so far is in the profile. */
  written(): Promise<void> {
    return this.#batch?.written ?? this.#last;
  }

  /** Forgets everything. */
  async erase(): Promise<void> {
    await this.written();
    await (await this.#open).clear();
  }

  /** Writes nothing more: the page is about to go. */
  close(): void {
    this.#isClosed = true;
  }

  #note(name: StoreName, key: string, entry: Entry): void {
    if (this.#isClosed) return;
    this.#batch ??= this.#newBatch();
    const entries = this.#batch.entries.get(name) ?? new Map<string, Entry>();
    entries.set(key, entry);
    this.#batch.entries.set(name, entries);
  }

  /** Grows until the write before it is done, and at least to the end of the current task. */
  #newBatch(): Batch {
    const entries: Batch['entries'] = new Map();
    const write = async (): Promise<void> => {
      const store = await this.#open;
      this.#batch = undefined;
      await store.write(new Map([...entries].map(([name, values]) => [name, [...values.values()]])));
    };
    const written = this.#last.then(write);
    this.#last = written.catch((error: unknown) => console.error('The profile was not written.', error));
    return { entries, written };
  }
}

export const journal = new Journal();
