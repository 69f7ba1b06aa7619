import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { ConversationConfig } from '#config';
import { Logger } from '#telemetry';
import type { IncomingMessage } from '#whatsapp';

import { ChatBook } from '../chats/chat-book.service.js';
import { Coalescer } from './coalescer.js';
import { InboundWriter, type InboundItem, type Recorded, type Written } from './inbound-writer.service.js';

const MAX_BATCH = 250;

/** Stores what comes in, once, and says that its chat has something new. */
@Injectable()
export class InboundRecorder {
  private readonly coalescer = new Coalescer<InboundItem, Recorded>((items) => this.write(items), MAX_BATCH);

  constructor(
    private readonly chats: ChatBook,
    private readonly writer: InboundWriter,
    private readonly router: AgentRouter,
    private readonly config: ConversationConfig,
    private readonly logger: Logger,
  ) {}

  /** Resolves when the message is committed, with `stored: false` when it was there already. */
  record(accountId: string, message: IncomingMessage): Promise<Recorded> {
    return this.coalescer.submit({ accountId, message });
  }

  private async write(items: readonly InboundItem[]): Promise<readonly Recorded[]> {
    const written = await this.writeFresh(items);
    await this.enqueue(written);
    return written.recorded;
  }

  /** What we remember of contacts and chats may have been merged away by another process: once more, from the tables. */
  private async writeFresh(items: readonly InboundItem[]): Promise<Written> {
    try {
      return await this.writer.write(items);
    } catch (error) {
      this.logger.warn({ err: error, count: items.length }, 'storing a batch failed, trying again from the tables');
      this.chats.forget();
      return this.writer.write(items);
    }
  }

  /** A queue that is down loses nothing: the sweep finds the chat by its `turn_due_at`. */
  private async enqueue({ due }: Written): Promise<void> {
    if (due.length === 0) return;
    try {
      await this.router.dispatchMany(
        'chat.turn',
        due.map(({ chatId, urgent }) => ({ payload: { chatId }, delayMs: urgent ? 0 : this.config.burstQuietMs })),
      );
    } catch (error) {
      this.logger.error({ err: error, chats: due.length }, 'the queue took no turns; the sweep will');
    }
  }
}
