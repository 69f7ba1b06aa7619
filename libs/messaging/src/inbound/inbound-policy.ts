import { Injectable } from '@nestjs/common';

import { AutonomyConfig, ConversationConfig, MediaConfig, WhatsAppConfig } from '#config';
import { Clock } from '#kernel';

import type { MediaPolicy } from '../media/media-plan.js';

const MIB = 1_048_576;

/** What the operator has set for all that comes in; times in milliseconds. */
@Injectable()
export class InboundPolicy {
  /** When a burst counts as finished. */
  readonly quietMs: number;
  readonly maxMs: number;
  /** How long the owner keeps a chat. */
  readonly takeoverMs: number;
  readonly staleAfterMs: number;
  /** How long a group is left in peace that asked for it. */
  readonly silenceMs: number;
  readonly media: MediaPolicy;
  readonly storeBroadcasts: boolean;

  constructor(
    readonly clock: Clock,
    config: ConversationConfig,
    whatsapp: WhatsAppConfig,
    media: MediaConfig,
    autonomy: AutonomyConfig,
  ) {
    this.quietMs = config.burstQuietMs;
    this.maxMs = config.burstMaxMs;
    this.takeoverMs = config.takeoverMinutes * 60_000;
    this.staleAfterMs = whatsapp.staleAfterMinutes * 60_000;
    this.silenceMs = autonomy.silenceHours * 3_600_000;
    this.media = { download: media.download === 'on', maxBytes: media.maxMb * MIB };
    this.storeBroadcasts = whatsapp.storeBroadcasts === 'on';
  }
}
