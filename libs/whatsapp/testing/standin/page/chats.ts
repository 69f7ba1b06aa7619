import type { WireGroup } from '../wire.js';
import { Collection } from './collection.js';
import { journal } from './journal.js';
import { connected } from './line-state.js';
import { Model } from './model.js';
import { Msg } from './msg.js';
import type { MsgKey } from './msg-key.js';
import { contactOf, isOnWhatsApp } from './people.js';
import { post } from './server.js';
import type { StoredChat } from './store.js';
import { createWid, type Wid } from './wid.js';

/** A group's name and members. */
class GroupMetadata extends Model {
  declare id: Wid;
  declare subject: string;
  declare announce: boolean;
  declare isLidAddressingMode: boolean;
  declare participants: { id: Wid; isAdmin: boolean; isSuperAdmin: boolean }[];
}

/** WhatsApp's chat model, for people, groups, the status and channels alike. */
export class Chat extends Model {
  declare id: Wid;
  declare formattedTitle: string;
  declare name: string;
  declare unreadCount: number;
  declare t: number;
  declare archive: boolean;
  declare pin: number;
  declare isLocked: boolean;
  declare isReadOnly: boolean;
  declare mute: { expiration: number };
  declare muteExpiration: number;
  declare lastReceivedKey: MsgKey | undefined;
  declare groupMetadata: GroupMetadata | undefined;
  /** Those in memory; `loadEarlierMsgs` gets more. */
  declare readonly msgs: Collection<Msg>;

  constructor(fields: object) {
    super(fields);
    Object.defineProperty(this, 'msgs', { value: new Collection(Msg), enumerable: false });
  }

  note(): void {
    journal.noteChat({ id: this.id.toString(), unreadCount: this.unreadCount, t: this.t });
  }
}

class Chats extends Collection<Chat> {
  override find(id: unknown): Promise<Chat> {
    return Promise.resolve(chatOf(createWid(id)));
  }
}

export const chats = new Chats(Chat);
/** The status and channels are no chats in WhatsApp's list of them. */
export const statuses = new Chats(Chat);
export const newsletters = new Chats(Chat);
export const groups = new Collection<GroupMetadata>(GroupMetadata);

export function chatOf(wid: Wid): Chat {
  const collection = collectionOf(wid);
  const known = collection.get(wid);
  if (known) return known;
  const groupMetadata = wid.isGroup() ? groupOf(wid) : undefined;
  const title = groupMetadata?.subject ?? contactOf(wid).formattedName;
  return collection.add(
    new Chat({
      id: wid,
      formattedTitle: title,
      name: title,
      unreadCount: 0,
      t: 0,
      archive: false,
      pin: 0,
      isLocked: false,
      isReadOnly: false,
      mute: { expiration: 0 },
      muteExpiration: 0,
      groupMetadata,
    }),
  );
}

export function learnGroup({ id, subject, members }: WireGroup): void {
  journal.note('groups', { id, subject, members } as { id: string });
  const wid = createWid(id);
  groupOf(wid).set({
    subject,
    participants: members.map((member) => ({ id: createWid(member), isAdmin: false, isSuperAdmin: false })),
  });
  chats.get(wid)?.set({ formattedTitle: subject, name: subject });
}

export function restoreChat({ id, unreadCount, t }: StoredChat): void {
  Object.assign(chatOf(createWid(id)), { unreadCount, t });
}

function groupOf(wid: Wid): GroupMetadata {
  return (
    groups.get(wid) ??
    groups.add(
      new GroupMetadata({
        id: wid,
        subject: wid.user,
        announce: false,
        isLidAddressingMode: false,
        participants: [],
      }),
    )
  );
}

function collectionOf(wid: Wid): Chats {
  if (wid.isStatus()) return statuses;
  return wid.isNewsletter() ? newsletters : chats;
}

async function findOrCreate(wid: Wid): Promise<{ chat: Chat }> {
  const known = collectionOf(wid).get(wid);
  if (known) return { chat: known };
  if (wid.isUser() && !(await isOnWhatsApp(wid))) throw new Error('No LID for user');
  return { chat: chatOf(wid) };
}

async function sendSeen({ chat }: { chat: Chat }): Promise<void> {
  chat.set({ unreadCount: 0 });
  chat.note();
  const tell = (): Promise<unknown> => post('read', { chat: chat.id.toString() });
  // Without a line it is told when there is one again.
  await tell().catch(() => void connected().then(tell));
}

/** Without a line nobody sees it. */
function typing(wid: Wid, on: boolean): Promise<unknown> {
  return post('typing', { chat: wid.toString(), on }).catch(() => undefined);
}

export const chatModules = {
  WAWebFindChatAction: { findOrCreateLatestChat: findOrCreate, findChat: findOrCreate },
  WAWebChatGetters: {
    getIsNewsletter: ({ id }: Chat) => id.isNewsletter(),
    getIsBroadcast: ({ id }: Chat) => id.isBroadcast(),
    getIsGroup: ({ id }: Chat) => id.isGroup(),
  },
  WAWebUpdateUnreadChatAction: { sendSeen },
  WAWebChatStateBridge: {
    sendChatStateComposing: (wid: Wid) => typing(wid, true),
    sendChatStateRecording: (wid: Wid) => typing(wid, true),
    sendChatStatePaused: (wid: Wid) => typing(wid, false),
  },
  WAWebPresenceChatAction: {
    sendPresenceAvailable: () => Promise.resolve(),
    sendPresenceUnavailable: () => Promise.resolve(),
  },
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebContactProfilePicThumbBridge: { requestProfilePicFromServer: () => Promise.resolve(undefined) },
  WAWebGroupQueryJob: { queryAndUpdateGroupMetadataById: () => Promise.resolve() },
  WAWebLoadNewsletterPreviewChatAction: { loadNewsletterPreviewChat: () => Promise.resolve() },
};
