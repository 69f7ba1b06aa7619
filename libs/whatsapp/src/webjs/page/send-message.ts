import type { PageMessage, PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface PageSend {
  /** The document in which the send was begun: no other may do it. */
  readonly document: string;
  /** Until then it may be handed over (ms since 1970): later, Node counts it as not sent. */
  readonly handOverBy: number;
  /** How long the server may take to answer, in ms. */
  readonly answerMs: number;
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  readonly quotedId?: string;
  readonly media?: {
    /** Base64. */
    readonly data: string;
    readonly mimeType: string;
    readonly fileName: string;
    readonly asDocument: boolean;
  };
}

export type PageSendOutcome =
  | { readonly kind: 'sent'; readonly ack: number }
  /** WhatsApp's page has it, and no answer came in time. */
  | { readonly kind: 'unanswered' }
  /** The server said no. */
  | { readonly kind: 'refused' }
  /** It never can be sent. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** It was not given to WhatsApp's page. */
  | { readonly kind: 'not-handed-over'; readonly reason: string };

/**
 * Runs in the page: sends one message under the id that was made for it, as the library does under ids of its own. It refers to
 * nothing outside of itself.
 */
export async function sendMessage(send: PageSend): Promise<PageSendOutcome> {
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const isLate = () => Date.now() > send.handOverBy;
  const ackOf = ({ ack }: PageMessage) => ack ?? 0;
  /** What the page says of it once the server has answered, or the time is up. */
  const verdictOf = (message: PageMessage | undefined): PageSendOutcome => {
    if (message && ackOf(message) > 0) return { kind: 'sent', ack: ackOf(message) };
    return { kind: message && ackOf(message) < 0 ? 'refused' : 'unanswered' };
  };
  const changed = (message: PageMessage) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (ackOf(message) === 0) return;
        message.off('change:ack', look);
        resolve();
      };
      message.on('change:ack', look);
    });

  const { secretary } = window;
  if (secretary?.document !== send.document || !secretary.findMessage || !secretary.chatOf) {
    return { kind: 'not-handed-over', reason: 'the page was loaded anew' };
  }
  let wid;
  try {
    wid = window.require('WAWebWidFactory').createWid(send.chatId);
  } catch {
    return { kind: 'rejected', reason: 'that is no address of WhatsApp' };
  }
  let isHandedOver = false;
  let result: Promise<unknown>;
  try {
    const before = await secretary.findMessage(send.chatId, send.id, true);
    if (before && ackOf(before) >= 0) {
      // WhatsApp has it already, and sends it by itself.
      if (ackOf(before) === 0) await Promise.race([changed(before), later(send.answerMs)]);
      return verdictOf(before);
    }
    let chat = secretary.chatOf(send.chatId);
    if (!chat) {
      const exists = wid.isGroup?.() ? { wid } : await window.require('WAWebQueryExistsJob').queryWidExists(wid);
      if (!exists?.wid) return { kind: 'rejected', reason: 'nobody with this address is on WhatsApp' };
      chat = (await window.require('WAWebFindChatAction').findOrCreateLatestChat(wid))?.chat;
    }
    if (!chat) return { kind: 'rejected', reason: 'there is no such chat' };

    const { getMaybeMeLidUser, getMaybeMePnUser } = window.require('WAWebUserPrefsMeUser');
    const isGroup = chat.id.isGroup?.() === true;
    const asLid = isGroup ? chat.groupMetadata?.isLidAddressingMode === true : chat.id.isLid();
    const from = asLid ? getMaybeMeLidUser() : getMaybeMePnUser();
    const participant = isGroup && from ? window.require('WAWebWidFactory').asUserWidOrThrow(from) : undefined;
    const key = { from, to: chat.id, id: send.id, participant, selfDir: 'out' };

    let quote: Record<string, unknown> = {};
    const quoted = send.quotedId === undefined ? undefined : await secretary.findMessage(send.chatId, send.quotedId);
    if (quoted) {
      const replies = window.require('WAWebMsgReply');
      if (!replies || replies.canReplyMsg(quoted.unsafe?.() ?? quoted)) quote = quoted.msgContextInfo(chat);
    }

    let media: Record<string, unknown> = {};
    if (send.media) {
      const { data, mimeType, fileName, asDocument } = send.media;
      const file = { data, mimetype: mimeType, filename: fileName };
      const prepared = await window.WWebJS.processMediaData(file, { forceDocument: asDocument });
      prepared.caption = send.text;
      media = { body: prepared.preview, ...prepared, ...prepared.toJSON?.() };
    }
    if (isLate()) return { kind: 'not-handed-over', reason: 'the page was too slow' };

    const { addAndSendMsgToChat } = window.require('WAWebSendMsgChatAction');
    const message = {
      ack: 0,
      body: send.text,
      from,
      to: chat.id,
      local: true,
      self: 'out',
      t: Math.floor(Date.now() / 1_000),
      isNewMsg: true,
      type: 'chat',
      ...window.require('WAWebGetEphemeralFieldsMsgActionsUtils').getEphemeralFields(chat),
      ...media,
      ...quote,
      id: new (window.require('WAWebMsgKey'))(key),
    };
    isHandedOver = true;
    const [added, answer] = addAndSendMsgToChat(chat, message);
    result = Promise.all([added, answer]);
  } catch (error) {
    if (isHandedOver) return verdictOf(await secretary.findMessage(send.chatId, send.id, true));
    const name = error instanceof Error ? error.name : 'an error';
    return { kind: 'not-handed-over', reason: `WhatsApp's page said ${name}` };
  }
  window.secretarySignal('handed-over', send.id);
  // What the promise says depends on WhatsApp's mood: the message itself knows how far it came.
  await Promise.race([result.catch(() => undefined), later(send.answerMs)]);
  return verdictOf(await secretary.findMessage(send.chatId, send.id, true));
}
