import type { SendVerdict, WireMessage } from '../wire.js';
import type { Chat } from './chats.js';
import { journal } from './journal.js';
import { connected } from './line-state.js';
import { arrive, change, messages, recall, recordOf } from './messages.js';
import { type Msg } from './msg.js';
import type { MsgKey } from './msg-key.js';
import { plainFields } from './plain-fields.js';
import { post } from './server.js';
import { settings } from './settings.js';

export interface SendResult {
  readonly messageSendResult: 'OK' | 'ERROR_UNKNOWN';
  readonly t: number;
}

type SendData = Record<string, unknown> & { readonly id: MsgKey; readonly type: string; readonly t: number };

/** What is under way in each chat: one after the other, in order. */
const lanes = new Map<string, Promise<unknown>>();
const underWay = new Set<Msg>();

/** Shows a message of ours at once, and sends it. The second promise is the server's word, and may never come. */
export function addAndSendMsgToChat(chat: Chat, data: SendData): [Promise<Msg>, Promise<SendResult>] {
  const known = messages.get(data.id);
  if (known) change(known, { ack: 0 });
  const msg = known ?? arrive(wireOf(chat, data), { isNewMsg: true, isPending: true });
  const sent = send(msg);
  // Whoever asked for the result gets the failure too; whoever didn't must not bring the page down.
  sent.catch(() => undefined);
  return [journal.written().then(() => msg), sent];
}

/** Sends again what the server never confirmed, under the same ids, as WhatsApp does when it starts and when the line is back. */
export async function sendPending(): Promise<void> {
  const store = await journal.store();
  await journal.written();
  for (const msg of recall(await store.pending())) if (!underWay.has(msg)) void send(msg).catch(() => undefined);
}

function wireOf(chat: Chat, { id, type, t, ...data }: SendData): WireMessage {
  return {
    chat: chat.id.toString(),
    id: id.id,
    fromMe: true,
    ...(id.participant && { author: id.participant.toString() }),
    type,
    t,
    ack: 0,
    fields: plainFields(data),
  };
}

async function send(msg: Msg): Promise<SendResult> {
  underWay.add(msg);
  // In the profile before it is on its way: it survives whatever happens next.
  await journal.written();
  const chat = msg.id.remote.toString();
  const sent = (lanes.get(chat) ?? Promise.resolve()).then(() => deliver(msg));
  lanes.set(chat, sent);
  const verdict = await sent;
  underWay.delete(msg);
  if (verdict === 'silence') return new Promise(() => undefined);
  if (verdict === 'accepted') {
    if (msg.ack < 1) change(msg, { ack: 1 });
    return { messageSendResult: 'OK', t: msg.t };
  }
  change(msg, { ack: -1 });
  if (settings.failure === 'throws') throw new Error('The server refused the message.');
  return { messageSendResult: 'ERROR_UNKNOWN', t: msg.t };
}

/** Tries until the line holds for long enough. */
async function deliver(msg: Msg): Promise<SendVerdict> {
  for (;;) {
    await connected();
    try {
      return (await post<{ verdict: SendVerdict }>('send', recordOf(msg)?.message ?? {})).verdict;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export const sendModules = {
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebMsgReply: { canReplyMsg: (msg: Msg) => msg.canReply() },
  WAWebLinkPreviewChatAction: { getLinkPreview: () => Promise.resolve(null) },
};
