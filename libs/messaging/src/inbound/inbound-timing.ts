import { Injectable } from '@nestjs/common';

import { ConversationConfig, WhatsAppConfig } from '#config';
import { Clock } from '#kernel';

/** When a burst counts as finished, and how long the owner keeps a chat: all in milliseconds. */
@Injectable()
export class InboundTiming {
  readonly quietMs: number;
  readonly maxMs: number;
  readonly takeoverMs: number;
  readonly staleAfterMs: number;

  constructor(
    readonly clock: Clock,
    config: ConversationConfig,
    whatsapp: WhatsAppConfig,
  ) {
    this.quietMs = config.burstQuietMs;
    this.maxMs = config.burstMaxMs;
    this.takeoverMs = config.takeoverMinutes * 60_000;
    this.staleAfterMs = whatsapp.staleAfterMinutes * 60_000;
  }
}
