import { Module } from '@nestjs/common';

import { AccountMemories } from './accounts/account-memories.service.js';
import { AccountRunner } from './accounts/account-runner.service.js';
import { ConnectorParts } from './accounts/connector-parts.service.js';
import { EventIntake } from './inbound/event-intake.service.js';
import { InboundRecorder } from './inbound/inbound-recorder.service.js';
import { InboundRows } from './inbound/inbound-rows.service.js';
import { InboundTiming } from './inbound/inbound-timing.js';
import { InboundWriter } from './inbound/inbound-writer.service.js';
import { UnreadableMessages } from './inbound/unreadable-messages.service.js';
import { MessagingModule } from './messaging.module.js';
import { OutboxGate } from './outbox/outbox-gate.service.js';
import { OutboxSender } from './outbox/outbox-sender.service.js';
import { OutboxSettlement } from './outbox/outbox-settlement.service.js';

/** What a connector does: events in, outbox out, for the accounts whose lease it holds. */
@Module({
  imports: [MessagingModule],
  providers: [
    AccountMemories,
    AccountRunner,
    ConnectorParts,
    EventIntake,
    InboundRecorder,
    InboundRows,
    InboundTiming,
    InboundWriter,
    OutboxGate,
    OutboxSender,
    OutboxSettlement,
    UnreadableMessages,
  ],
  exports: [AccountRunner, EventIntake, InboundRecorder, OutboxGate, OutboxSender, OutboxSettlement],
})
export class MessagingConnectorModule {}
