import type { WireTarget } from '../wire.js';
import type { Chat } from './chats.js';
import { change, messages } from './messages.js';
import type { Msg } from './msg.js';
import { post } from './server.js';
import { Cmd } from './socket.js';

const EDITABLE_SECONDS = 15 * 60;

async function sendMessageEdit(msg: Msg, body: string): Promise<void> {
  await post('edit', { target: targetOf(msg), body });
  change(msg, { [msg.directPath === undefined ? 'body' : 'caption']: body, latestEditSenderTimestampMs: Date.now() });
}

async function sendRevokeMsgs(_chat: Chat, { list }: { list: readonly Msg[] }): Promise<void> {
  for (const msg of list) {
    await post('revoke', { target: targetOf(msg) });
    change(msg, { type: 'revoked', body: undefined, caption: undefined });
  }
}

/** Only here: the others keep it. */
function sendDeleteMsgs(chat: Chat, { list }: { list: readonly Msg[] }): Promise<void> {
  for (const msg of list) {
    chat.msgs.remove(msg.id);
    messages.remove(msg.id);
  }
  return Promise.resolve();
}

function targetOf({ id }: Msg): WireTarget {
  const author = id.participant?.toString();
  return { chat: id.remote.toString(), id: id.id, ...(author !== undefined && { author }) };
}

function canEdit(msg: Msg): boolean {
  return msg.id.fromMe && Date.now() / 1_000 - msg.t < EDITABLE_SECONDS;
}

Object.assign(Cmd, { sendRevokeMsgs, sendDeleteMsgs });

export const changeModules = {
  WAWebSendMessageEditAction: { sendMessageEdit },
  WAWebMsgActionCapability: {
    canEditText: (msg: Msg) => canEdit(msg) && msg.directPath === undefined,
    canEditCaption: (msg: Msg) => canEdit(msg) && msg.directPath !== undefined,
    canSenderRevokeMsg: ({ id }: Msg) => id.fromMe,
    canAdminRevokeMsg: () => false,
    canStarMsg: () => false,
  },
  WAWebQuotedMsgModelUtils: {
    /** The original when the page has it, else the copy in the answer. */
    getQuotedMsgObj: (msg: Msg) =>
      msg.quotedStanzaID === undefined
        ? undefined
        : messages.getModelsArray().find(({ id }) => id.id === msg.quotedStanzaID && id.remote.equals(msg.id.remote)),
  },
};
