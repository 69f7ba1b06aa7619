import { Injectable } from '@nestjs/common';

import { AccountStatuses } from '../accounts/account-statuses.service.js';
import { MessageRevisions } from '../messages/message-revisions.service.js';
import { OutboxSettlement } from '../outbox/outbox-settlement.service.js';
import { InboundRecorder } from './inbound-recorder.service.js';

import type { WhatsAppEvent } from '#whatsapp';

/** Takes every event of an account to where it belongs. Resolves when it is kept. */
@Injectable()
export class EventIntake {
  constructor(
    private readonly recorder: InboundRecorder,
    private readonly revisions: MessageRevisions,
    private readonly settlement: OutboxSettlement,
    private readonly statuses: AccountStatuses,
  ) {}

  async take(accountId: string, event: WhatsAppEvent): Promise<void> {
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
      case 'status':
        await this.statuses.set(accountId, event.status);
        return;
    }
  }
}
