import type { IncomingMessage } from '#whatsapp';

/** A chat that a message names, and the contact it is with when it is direct. */
export interface SeenChat {
  readonly chat: IncomingMessage['chat'];
  readonly contactId: string | null;
}

export interface StoredChat {
  readonly id: string;
  readonly externalId: string;
  readonly kind: IncomingMessage['chat']['kind'];
  readonly title: string | null;
  readonly contactId: string | null;
  readonly subjectId: string;
}

/** What has to be written so that each chat seen is in the tables, under its latest address and title. */
export interface ChatPlan {
  readonly made: readonly StoredChat[];
  readonly changed: readonly StoredChat[];
  /** The chat of each one seen, in order, as it is after all of them. */
  readonly chats: readonly StoredChat[];
}

/** A direct chat is found by its contact, so that it stays one chat when WhatsApp changes the address; others by their id. */
export function planChats(seen: readonly SeenChat[], stored: readonly StoredChat[], makeId: () => string): ChatPlan {
  const now = new Map(stored.map((chat) => [chat.id, chat]));
  const byAddress = new Map(stored.map((chat) => [chat.externalId, chat.id]));
  const byContact = new Map(stored.flatMap((chat) => contactEntry(chat)));
  const ids = seen.map(({ chat, contactId }) => {
    const id = (contactId !== null ? byContact.get(contactId) : undefined) ?? byAddress.get(chat.id) ?? makeId();
    const before = now.get(id) ?? newChat(id, chat.kind, contactId);
    const after = { ...before, externalId: chat.id, title: chat.name ?? before.title };
    now.set(id, after);
    byAddress.set(chat.id, id);
    for (const [contact] of contactEntry(after)) byContact.set(contact, id);
    return id;
  });
  const before = new Map(stored.map((chat) => [chat.id, chat]));
  const touched = [...new Set(ids)].flatMap((id) => now.get(id) ?? []);
  return {
    made: touched.filter(({ id }) => !before.has(id)),
    changed: touched.filter((chat) => differs(before.get(chat.id), chat)),
    chats: ids.flatMap((id) => now.get(id) ?? []),
  };
}

function contactEntry({ id, kind, contactId }: StoredChat): [string, string][] {
  return kind === 'direct' && contactId !== null ? [[contactId, id]] : [];
}

function newChat(id: string, kind: StoredChat['kind'], contactId: string | null): StoredChat {
  return { id, externalId: '', kind, title: null, contactId, subjectId: contactId ?? id };
}

function differs(before: StoredChat | undefined, after: StoredChat): boolean {
  return before !== undefined && (before.externalId !== after.externalId || before.title !== after.title);
}
