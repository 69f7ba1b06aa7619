import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { Logger, Metrics } from '#telemetry';

import { huskOf } from './clean-message.js';
import type { InboundItem } from './inbound-row.js';
import { InboundWriter, type Recorded } from './inbound-writer.service.js';
import { isUnstorable } from './unstorable.js';

/** So often a message may fail, by itself, before it is put aside. */
const TRIES = 3;
const REMEMBERED = 1_000;

/** Puts messages aside that can't be stored, so that the rest of their chat is not held up. */
@Injectable()
export class UnreadableMessages {
  private readonly failures = new LRUCache<string, number>({ max: REMEMBERED });

  constructor(
    private readonly writer: InboundWriter,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** Rejects with `error` when another try makes sense; else leaves a row without a text in the message's place. */
  async failed(item: InboundItem, error: unknown): Promise<Recorded> {
    if (!isUnstorable(error)) throw error;
    const { accountId, message } = item;
    const key = `${accountId}|${message.chat.id}|${message.id}`;
    const times = (this.failures.get(key) ?? 0) + 1;
    this.failures.set(key, times);
    if (times < TRIES) throw error;
    this.failures.delete(key);
    const recorded = await this.putAside(item);
    this.metrics.counter('inbound_unreadable_total', 'Messages that could not be stored as they were').inc();
    this.logger.error(
      { err: error, accountId, chatId: recorded.chatId, messageId: message.id.slice(0, 200) },
      'a message could not be stored and was put aside',
    );
    return { ...recorded, stored: false };
  }

  private async putAside({ accountId, message }: InboundItem): Promise<Recorded> {
    const nothing: Recorded = { id: message.id, chatId: null, stored: false };
    try {
      const { recorded } = await this.writer.write([{ accountId, message: huskOf(message), unreadable: true }]);
      return recorded[0] ?? nothing;
    } catch (error) {
      // Its ids alone can't be stored: there is nothing to keep.
      if (isUnstorable(error)) return nothing;
      throw error;
    }
  }
}
