import { Injectable } from '@nestjs/common';

import { MessageRevisions } from '../messages/message-revisions.service.js';
import { OutboxSettlement } from '../outbox/outbox-settlement.service.js';
import { InboundRecorder } from './inbound-recorder.service.js';

import type { WhatsAppEvent } from '#whatsapp';

/** What is kept of what an account observes; its own status is for its session. */
export type KeptEvent = Exclude<WhatsAppEvent, { type: 'status' }>;

/** Takes every event of an account to where it belongs. Resolves when it is kept. */
@Injectable()
export class EventIntake {
  constructor(
    private readonly recorder: InboundRecorder,
    private readonly revisions: MessageRevisions,
    private readonly settlement: OutboxSettlement,
  ) {}

  async take(accountId: string, event: KeptEvent): Promise<void> {
    switch (event.type) {
      case 'message':
        await this.recorder.record(accountId, event.message);
        return;
      case 'ack':
        await this.settlement.acknowledge(event.id, event.ack, event.at);
        return;
      case 'edit':
        await this.revisions.edit(accountId, event);
        return;
      case 'revoke':
        await this.revisions.revoke(accountId, event);
        return;
      case 'reaction':
      case 'membership':
        return;
    }
  }
}
