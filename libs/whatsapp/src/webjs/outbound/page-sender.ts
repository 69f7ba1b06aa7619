import { failpoint } from '#kernel';

import type { Lookup } from '../../port/lookup.js';
import type { OutboundMessage, SendReceipt } from '../../port/outbound-message.js';
import { notConnected, sendFailed, sendUnknown } from '../../port/whatsapp.errors.js';
import type { PageCalls } from '../client/page-calls.js';
import { ackOf } from '../inbound/ack-of.js';
import { lookUpMessage } from '../page/message-tools.js';
import { sendMessage, type PageSend, type PageSendOutcome } from '../page/send-message.js';
import { pageSendOf, type PageContent } from './page-send-of.js';
import { receiptOf } from './receipt-of.js';
import { SendAttempts } from './send-attempts.js';
import type { SendTiming } from './send-timing.js';

export interface PageSenderOptions {
  readonly page: PageCalls;
  readonly timing: SendTiming;
  readonly now: () => Date;
  /** The document that is ready. Should the page have gone on without our knowing, it hands nothing over. */
  readonly document: () => string | undefined;
  /** Where the account stands when its page is of no use now; undefined when it is. */
  readonly unready: () => string | undefined;
  /** Told of each id before it is sent. */
  readonly willSend: (id: string) => void;
}

/** Sends through WhatsApp's page, one message after the other, and finds out what became of them. */
export class PageSender {
  private readonly attempts = new SendAttempts();
  private queue: Promise<unknown> = Promise.resolve();
  private underWay = 0;
  private lastSent = performance.now();

  constructor(private readonly options: PageSenderOptions) {}

  async send(message: OutboundMessage): Promise<SendReceipt> {
    const content = pageSendOf(message);
    this.underWay += 1;
    try {
      return await this.inTurn(() => this.sendNow(content));
    } finally {
      this.underWay -= 1;
      this.lastSent = performance.now();
    }
  }

  /** Waits for the sends before it: a message under way is neither there nor absent. Throws `whatsapp.not-connected`. */
  lookup(chatId: string, id: string): Promise<Lookup> {
    return this.inTurn(async () => {
      const unready = this.options.unready();
      // A page that has not synced yet does not know what it will know in a moment.
      if (unready) throw notConnected(unready);
      const { document, ack } = await this.options.page.call(lookUpMessage, { chatId, id });
      if (ack !== null) return { found: true, ack: ackOf(ack) };
      return { found: false, historyComplete: this.attempts.isProof(id, document) };
    });
  }

  /** Since the last message, in ms; 0 while one is under way. */
  get idleMs(): number {
    return this.underWay > 0 ? 0 : performance.now() - this.lastSent;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private async sendNow(content: PageContent): Promise<SendReceipt> {
    const { timing, now, willSend } = this.options;
    const unready = this.options.unready();
    if (unready) throw sendFailed(`the account is ${unready}`);
    const document = this.options.document();
    if (!document) throw sendFailed('the page is not ready');
    willSend(content.id);
    failpoint('webjs.send.begun');
    const outcome = await this.tryIn(document, content, content.media ? timing.mediaHandOverMs : timing.handOverMs);
    failpoint('webjs.send.answered');
    return receiptOf(outcome, now());
  }

  private async tryIn(document: string, content: PageContent, handOverMs: number): Promise<PageSendOutcome> {
    const { page, timing } = this.options;
    const send: PageSend = {
      ...content,
      document,
      handOverBy: Date.now() + handOverMs,
      answerMs: timing.answerMs,
    };
    this.attempts.begin(content.id, document);
    try {
      const outcome = await page.callWithin(handOverMs + timing.answerMs + timing.marginMs, sendMessage, send);
      this.attempts.end(content.id);
      return outcome;
    } catch (error) {
      // It can't be told from a dead page how far it came. A live one that is late hands nothing over any more.
      if (Date.now() > send.handOverBy) this.attempts.end(content.id);
      throw sendUnknown('the page was lost on the way', error);
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}
