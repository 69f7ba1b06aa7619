import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';
import type { IncomingMessage } from '#whatsapp';

import { Coalescer } from './coalescer.js';
import type { InboundItem } from './inbound-row.js';
import { InboundWriter, type Recorded, type Written } from './inbound-writer.service.js';
import { TurnCalls } from './turn-calls.service.js';
import { UndecipheredMessages } from './undeciphered-messages.service.js';
import { UnreadableMessages } from './unreadable-messages.service.js';

const MAX_BATCH = 250;

/** Stores what comes in, once, and says that its chat has something new. */
@Injectable()
export class InboundRecorder {
  private readonly coalescer = new Coalescer<InboundItem, Recorded>((items) => this.write(items), MAX_BATCH);

  constructor(
    private readonly writer: InboundWriter,
    private readonly unreadable: UnreadableMessages,
    private readonly undeciphered: UndecipheredMessages,
    private readonly calls: TurnCalls,
    private readonly logger: Logger,
  ) {}

  /**
   * Resolves when the message is committed, with `stored: false` when it was there already. Rejects when it should be given
   * once more; one that can never be stored is put aside after a few tries, so that its chat goes on. `past`: as of `InboundItem`.
   */
  async record(
    accountId: string,
    message: IncomingMessage,
    { past = false }: Pick<InboundItem, 'past'> = {},
  ): Promise<Recorded> {
    const item: InboundItem = { accountId, message, past };
    try {
      return await this.coalescer.submit(item);
    } catch (error) {
      return this.unreadable.failed(item, error);
    }
  }

  /** As `record`, for one that was recorded before WhatsApp could decipher it. */
  async recordAtLast(accountId: string, message: IncomingMessage): Promise<Recorded> {
    await this.undeciphered.makeRoom(accountId, message);
    return this.record(accountId, message);
  }

  private async write(items: readonly InboundItem[]): Promise<readonly Recorded[]> {
    const written = await this.writeFresh(items);
    await this.calls.call(written.due);
    return written.recorded;
  }

  private async writeFresh(items: readonly InboundItem[]): Promise<Written> {
    try {
      return await this.writer.write(items);
    } catch (error) {
      this.logger.warn({ err: error, count: items.length }, 'storing a batch failed, trying again from the tables');
      this.writer.forget();
      return this.writer.write(items);
    }
  }
}
