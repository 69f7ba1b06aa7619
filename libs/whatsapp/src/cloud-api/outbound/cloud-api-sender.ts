import type { Clock } from '#kernel';

import type { OutboundContent, OutboundMessage, SendReceipt } from '../../port/outbound-message.js';
import { phoneOfChatId } from '../../port/phone-chat-id.js';
import { sendFailed, sendRejected, sendUnknown } from '../../port/whatsapp.errors.js';
import type { GraphClient } from '../graph/graph-client.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { neverArrives, sendErrorOf, TEMPLATE_NEEDED } from '../graph/graph-verdict.js';
import { objectsIn, textIn, type Json } from '../json.js';
import { checkContent, payloadOf, type UploadedMedia } from './message-payload.js';
import type { ReplyWindows } from './reply-windows.js';
import { callbackOf, type SendClaim, type SentMessage, type SentMessages } from './sent-messages.js';

export interface SenderParts {
  readonly graph: GraphClient;
  readonly sent: SentMessages;
  readonly windows: ReplyWindows;
  readonly clock: Clock;
  /** Told of every failure of a request, before the port's error is thrown. */
  readonly onFailure: (failure: GraphFailure) => void;
  readonly report: (error: unknown) => void;
}

/**
 * Sends through an API that would send again whatever is asked again: each message is written down before it is asked for, and asked
 * for again only when the request before was surely in vain.
 */
export class CloudApiSender {
  constructor(private readonly parts: SenderParts) {}

  /** As the port's `send`. */
  async send(message: OutboundMessage): Promise<SendReceipt> {
    const { id, chatId, content } = message;
    const to = recipientOf(chatId);
    const kind = checkContent(content);
    const earlier = await this.beforeSending(() => this.parts.sent.find(id));
    if (earlier) {
      const receipt = receiptOf(earlier);
      if (receipt) return receipt;
    }
    if (content.kind !== 'template') await this.checkWindow(chatId);
    const media = kind && content.kind === 'media' ? { id: await this.upload(content), kind } : null;
    const payload = await this.payload(message, to, media);
    const claim = await this.beforeSending(() => this.parts.sent.claim(id, chatId, this.parts.clock.now()));
    if (!claim) throw sendUnknown('it is being sent already, or was and its answer is not known');
    return this.ask(payload, claim);
  }

  /** As the port's `react`. */
  async react(chatId: string, id: string, emoji: string): Promise<void> {
    const to = recipientOf(chatId);
    await this.checkWindow(chatId);
    const messageId = await this.beforeSending(() => this.wamidOf(id));
    if (!messageId) throw sendFailed('WhatsApp has not told its id for the message yet');
    await this.post({ ...addressed(to), type: 'reaction', reaction: { message_id: messageId, emoji } });
  }

  private async ask(payload: Json, claim: SendClaim): Promise<SendReceipt> {
    const { sent, clock, report } = this.parts;
    try {
      const wamid = wamidIn(await this.post({ ...payload, biz_opaque_callback_data: callbackOf(claim) }));
      // The message is WhatsApp's now: a status will tell its id again should this fail.
      await sent.accepted(claim, wamid).catch(report);
      return { ack: 1, at: clock.now() };
    } catch (error) {
      const receipt = await this.settleFailure(error, claim);
      if (receipt) return receipt;
      throw error;
    }
  }

  /** A status may have come before the answer was lost: then the message was sent, whatever the answer says. */
  private async settleFailure(error: unknown, claim: SendClaim): Promise<SendReceipt | null> {
    const { sent, report } = this.parts;
    try {
      if (!isUnknown(error) && (await sent.refused(claim))) return null;
      const now = await sent.find(claim.id);
      return now?.state === 'accepted' && now.ack >= 0 ? { ack: now.ack, at: now.sentAt } : null;
    } catch (failure) {
      // What stays behind says "sending": never asked for again, until a status tells.
      report(failure);
      return null;
    }
  }

  private async upload({ mimeType, data, fileName }: Extract<OutboundContent, { kind: 'media' }>): Promise<string> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', mimeType);
    form.set('file', new Blob([new Uint8Array(data)], { type: mimeType }), fileName ?? 'file');
    try {
      const id = textIn(await this.parts.graph.post('media', form), 'id');
      if (id) return id;
    } catch (error) {
      // An attachment that may or may not be there is harmless: nobody sees it without its message.
      throw this.failed(error instanceof GraphFailure && error.heard === 'maybe' ? unheard(error) : error);
    }
    throw sendFailed('WhatsApp took the attachment and gave no id for it');
  }

  private async payload(
    { content, quotedId }: OutboundMessage,
    to: string,
    media: UploadedMedia | null,
  ): Promise<Json> {
    const quoted = quotedId === undefined ? null : await this.beforeSending(() => this.wamidOf(quotedId));
    return { ...addressed(to), ...payloadOf(content, media), ...(quoted && { context: { message_id: quoted } }) };
  }

  /** WhatsApp's id of a message by the port's: ours are known under both, a contact's has only one. */
  private async wamidOf(id: string): Promise<string | null> {
    const ours = await this.parts.sent.find(id);
    return ours ? ours.wamid : id;
  }

  private async checkWindow(chatId: string): Promise<void> {
    const { windows, clock } = this.parts;
    if (!(await this.beforeSending(() => windows.isOpen(chatId, clock.now())))) throw sendRejected(TEMPLATE_NEEDED);
  }

  private async post(body: Json): Promise<Json> {
    try {
      return await this.parts.graph.post('messages', body);
    } catch (error) {
      throw this.failed(error);
    }
  }

  private failed(error: unknown): unknown {
    if (!(error instanceof GraphFailure)) return error;
    this.parts.onFailure(error);
    return sendErrorOf(error);
  }

  /** What fails before anything was asked of WhatsApp has sent nothing. */
  private async beforeSending<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw sendFailed('the database did not answer', error);
    }
  }
}

function recipientOf(chatId: string): string {
  const phone = phoneOfChatId(chatId);
  if (phone === null) throw sendRejected('the Cloud API writes to phone numbers only');
  return phone.slice(1);
}

function addressed(to: string): Json {
  return { messaging_product: 'whatsapp', recipient_type: 'individual', to };
}

/** The receipt of a message that was asked for before; null when it may be asked for again. */
function receiptOf({ state, ack, failure, sentAt }: SentMessage): SendReceipt | null {
  if (state === 'refused') return null;
  if (state === 'sending') throw sendUnknown('an earlier request for it had no answer');
  if (ack >= 0) return { ack, at: sentAt };
  const never = failure === null ? null : neverArrives(failure);
  if (never) throw sendRejected(never);
  return null;
}

function wamidIn(answer: Json): string {
  const [message = {}] = objectsIn(answer, 'messages');
  const wamid = textIn(message, 'id');
  if (!wamid) throw sendUnknown('WhatsApp answered without an id');
  return wamid;
}

function isUnknown(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'whatsapp.send-unknown';
}

function unheard(failure: GraphFailure): GraphFailure {
  return new GraphFailure({ heard: 'no', cause: failure });
}
