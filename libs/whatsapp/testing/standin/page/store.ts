import type { WireGroup, WireMessage, WirePerson, WireSession } from '../wire.js';

/** A message as the profile keeps it. */
export interface StoredMessage {
  readonly key: string;
  readonly chat: string;
  /** Rises with each arrival. */
  readonly row: number;
  /** 1 for one of ours that the server has not taken yet. */
  readonly pending?: 1;
  readonly message: WireMessage;
}

export interface StoredChat {
  readonly id: string;
  readonly unreadCount: number;
  readonly t: number;
}

export type StoreName = 'messages' | 'chats' | 'people' | 'groups' | 'meta';

const NAME = 'whatsapp';
const RECENT = 1_000;

/** The page's memory in the browser profile. */
export class Store {
  private constructor(private readonly database: IDBDatabase) {}

  static open(): Promise<Store> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const messages = request.result.createObjectStore('messages', { keyPath: 'key' });
      messages.createIndex('row', 'row');
      messages.createIndex('chat', ['chat', 'row']);
      messages.createIndex('pending', 'pending');
      request.result.createObjectStore('chats', { keyPath: 'id' });
      request.result.createObjectStore('people', { keyPath: 'id' });
      request.result.createObjectStore('groups', { keyPath: 'id' });
      request.result.createObjectStore('meta', { keyPath: 'id' });
    };
    return result(request).then((database) => new Store(database));
  }

  /** Writes all of it or nothing; resolves when it is in the profile. */
  write(entries: ReadonlyMap<StoreName, readonly object[]>): Promise<void> {
    const transaction = this.database.transaction([...entries.keys()], 'readwrite');
    for (const [name, values] of entries) for (const value of values) transaction.objectStore(name).put(value);
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The profile was not written.'));
    });
  }

  async session(): Promise<WireSession | undefined> {
    return (await this.meta<{ session: WireSession }>('session'))?.session;
  }

  async cursor(): Promise<number> {
    return (await this.meta<{ cursor: number }>('cursor'))?.cursor ?? 0;
  }

  async lastRow(): Promise<number> {
    const index = this.objects('messages').index('row');
    return ((await result(index.openCursor(null, 'prev')))?.key as number | undefined) ?? 0;
  }

  async messageKeys(): Promise<string[]> {
    return (await result(this.objects('messages').getAllKeys())) as string[];
  }

  /** The latest of all chats, oldest first. */
  recent(lastRow: number): Promise<StoredMessage[]> {
    const range = IDBKeyRange.lowerBound(lastRow - RECENT, true);
    return all(this.objects('messages').index('row').getAll(range));
  }

  pending(): Promise<StoredMessage[]> {
    return all(this.objects('messages').index('pending').getAll());
  }

  message(key: string): Promise<StoredMessage | undefined> {
    return result(this.objects('messages').get(key));
  }

  /** The latest of a chat before a row, oldest first. */
  earlier(chat: string, row: number, limit: number): Promise<StoredMessage[]> {
    const range = IDBKeyRange.bound([chat, 0], [chat, row], false, true);
    const request = this.objects('messages').index('chat').openCursor(range, 'prev');
    const found: StoredMessage[] = [];
    return new Promise((resolve, reject) => {
      request.onerror = () => reject(request.error ?? new Error('The profile was not read.'));
      request.onsuccess = () => {
        if (!request.result || found.length >= limit) return resolve(found.reverse());
        found.push(request.result.value as StoredMessage);
        request.result.continue();
      };
    });
  }

  chats(): Promise<StoredChat[]> {
    return all(this.objects('chats').getAll());
  }

  people(): Promise<({ id: string } & WirePerson)[]> {
    return all(this.objects('people').getAll());
  }

  groups(): Promise<WireGroup[]> {
    return all(this.objects('groups').getAll());
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    const names = [...this.database.objectStoreNames];
    const transaction = this.database.transaction(names, 'readwrite');
    await Promise.all(names.map((name) => result(transaction.objectStore(name).clear())));
  }

  private meta<T>(id: string): Promise<T | undefined> {
    return result(this.objects('meta').get(id));
  }

  private objects(name: StoreName): IDBObjectStore {
    return this.database.transaction(name).objectStore(name);
  }
}

/** The database can't tell what is in it. */
async function all<T>(request: IDBRequest<unknown[]>): Promise<T[]> {
  return (await result(request)) as T[];
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The profile was not read.'));
  });
}
