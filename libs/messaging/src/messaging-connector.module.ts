import { Module } from '@nestjs/common';

import { RealtimeModule } from '#realtime';

import { AccountAssignments } from './accounts/account-assignments.service.js';
import { AccountMemories } from './accounts/account-memories.service.js';
import { AccountNews } from './accounts/account-news.service.js';
import { AccountRunner } from './accounts/account-runner.service.js';
import { ConnectorParts } from './accounts/connector-parts.service.js';
import { LinkingScreen } from './accounts/linking-screen.service.js';
import { PairingAnswers } from './accounts/pairing-answers.service.js';
import { SessionDuties } from './accounts/session-duties.service.js';
import { SessionEvents } from './accounts/session-events.service.js';
import { Sessions } from './accounts/sessions.service.js';
import { EventIntake } from './inbound/event-intake.service.js';
import { InboundRecorder } from './inbound/inbound-recorder.service.js';
import { UndecipheredMessages } from './inbound/undeciphered-messages.service.js';
import { LaterEvents } from './inbound/later-events.service.js';
import { UnreadableMessages } from './inbound/unreadable-messages.service.js';
import { MediaDownloads } from './media/media-downloads.service.js';
import { MediaRevocations } from './media/media-revocations.service.js';
import { MessagingModule } from './messaging.module.js';
import { AdmissionWriter } from './outbox/admission-writer.service.js';
import { GestureSender } from './outbox/gestures/gesture-sender.service.js';
import { OutboxAlarm } from './outbox/outbox-alarm.service.js';
import { OutboxDelivery } from './outbox/outbox-delivery.service.js';
import { OutboxGate } from './outbox/outbox-gate.service.js';
import { OutboxReconciliation } from './outbox/outbox-reconciliation.service.js';
import { OutboxSender } from './outbox/outbox-sender.service.js';
import { OutboxSettlement } from './outbox/outbox-settlement.service.js';
import { Reactions } from './reactions/reactions.service.js';
import { ChatSyncRows } from './sync/chat-sync-rows.service.js';
import { ChatSyncRunner } from './sync/chat-sync-runner.service.js';
import { ChatSyncs } from './sync/chat-syncs.service.js';
import { HistoryIntake } from './sync/history-intake.service.js';
import { ImportedTwins } from './sync/imported-twins.service.js';
import { PhoneChats } from './sync/phone-chats.service.js';

/** What a connector does: events in, outbox out, for the accounts whose lease it holds. */
@Module({
  imports: [MessagingModule, RealtimeModule],
  providers: [
    AccountAssignments,
    AccountMemories,
    AccountNews,
    AccountRunner,
    AdmissionWriter,
    ChatSyncRows,
    ChatSyncRunner,
    ChatSyncs,
    ConnectorParts,
    EventIntake,
    GestureSender,
    HistoryIntake,
    ImportedTwins,
    InboundRecorder,
    LaterEvents,
    UndecipheredMessages,
    LinkingScreen,
    MediaDownloads,
    MediaRevocations,
    OutboxAlarm,
    OutboxDelivery,
    OutboxGate,
    OutboxReconciliation,
    OutboxSender,
    OutboxSettlement,
    PairingAnswers,
    PhoneChats,
    Reactions,
    SessionDuties,
    SessionEvents,
    Sessions,
    UnreadableMessages,
  ],
  exports: [AccountRunner, EventIntake, InboundRecorder, OutboxGate, OutboxSender, OutboxSettlement],
})
export class MessagingConnectorModule {}
