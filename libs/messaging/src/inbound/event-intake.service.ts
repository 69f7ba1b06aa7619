import { Injectable } from '@nestjs/common';

import { chatKindOf, type ChatKind } from '#whatsapp';

import { OutboxSettlement } from '../outbox/outbox-settlement.service.js';
import { InboundPolicy } from './inbound-policy.js';
import { InboundRecorder } from './inbound-recorder.service.js';
import type { KeptEvent } from './kept-event.js';
import { LaterEvents } from './later-events.service.js';

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
  ) {}

  async take(accountId: string, event: KeptEvent): Promise<void> {
    if (!this.policy.storeBroadcasts && BROADCASTS.has(kindOf(event))) return;
    switch (event.type) {
      case 'message':
        await this.recorder.record(accountId, event.message);
        return;
      case 'ack':
        await this.settlement.acknowledge(event.id, event.ack, event.at);
        return;
      case 'edit':
      case 'revoke':
      case 'reaction':
      case 'membership':
        await this.later.take(accountId, event);
        return;
    }
  }
}

function kindOf(event: KeptEvent): ChatKind {
  return event.type === 'message' ? event.message.chat.kind : chatKindOf(event.chatId);
}
