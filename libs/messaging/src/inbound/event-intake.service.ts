import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';
import { chatKindOf, type ChatKind } from '#whatsapp';

import { OutboxSettlement } from '../outbox/outbox-settlement.service.js';
import { InboundPolicy } from './inbound-policy.js';
import { InboundRecorder } from './inbound-recorder.service.js';
import type { KeptEvent } from './kept-event.js';
import { LaterEvents, type LaterEvent } from './later-events.service.js';
import { isUnstorable } from './unstorable.js';

/** So often an event that cannot be stored is tried, before the rest of its chat goes on without it. */
const TRIES = 3;
/** What is said to everybody: stored only when the operator wants it. */
const BROADCASTS: ReadonlySet<ChatKind> = new Set<ChatKind>(['status', 'newsletter']);

/** Takes every event of an account to where it belongs. Resolves when it is kept. */
@Injectable()
export class EventIntake {
  constructor(
    private readonly policy: InboundPolicy,
    private readonly recorder: InboundRecorder,
    private readonly later: LaterEvents,
    private readonly settlement: OutboxSettlement,
    private readonly logger: Logger,
  ) {}

  async take(accountId: string, event: KeptEvent): Promise<void> {
    if (!this.policy.storeBroadcasts && BROADCASTS.has(kindOf(event))) return;
    switch (event.type) {
      case 'message':
        if (event.decipheredAtLast) await this.recorder.recordAtLast(accountId, event.message);
        else await this.recorder.record(accountId, event.message);
        return;
      case 'ack':
        await this.settlement.acknowledge(event.id, event.ack, event.at);
        return;
      case 'edit':
      case 'revoke':
      case 'reaction':
      case 'membership':
        await this.takeLater(accountId, event);
        return;
    }
  }

  private async takeLater(accountId: string, event: LaterEvent, tries = 1): Promise<void> {
    try {
      await this.later.take(accountId, event);
    } catch (error) {
      if (!isUnstorable(error)) throw error;
      if (tries < TRIES) return this.takeLater(accountId, event, tries + 1);
      this.logger.error({ err: error, accountId, type: event.type }, 'an event could not be stored and was put aside');
    }
  }
}

function kindOf(event: KeptEvent): ChatKind {
  return event.type === 'message' ? event.message.chat.kind : chatKindOf(event.chatId);
}
