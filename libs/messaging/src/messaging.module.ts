import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { RealtimeModule } from '#realtime';

import { AccountStatuses } from './accounts/account-statuses.service.js';
import { AccountsHealth } from './accounts/accounts-health.service.js';
import { AccountEntity } from './accounts/account.entity.js';
import { PairingRequestEntity } from './accounts/pairing-request.entity.js';
import { ChatBook } from './chats/chat-book.service.js';
import { ChatReader } from './chats/chat-reader.service.js';
import { ChatSettingsService } from './chats/chat-settings.service.js';
import { ChatEntity } from './chats/chat.entity.js';
import { ContactAliasEntity } from './contacts/contact-alias.entity.js';
import { ContactBook } from './contacts/contact-book.service.js';
import { ContactEntity } from './contacts/contact.entity.js';
import { MergeFollowers } from './contacts/merge-followers.service.js';
import { ArchivedHistory } from './history/archived-history.service.js';
import { HistoryReader } from './history/history-reader.service.js';
import { HistoryWriter } from './history/history-writer.service.js';
import { ChatLabelEntity } from './labels/chat-label.entity.js';
import { ChatLabels } from './labels/chat-labels.service.js';
import { MessageLabelEntity } from './labels/message-label.entity.js';
import { MessageLabels } from './labels/message-labels.service.js';
import { MessageMarks } from './labels/message-marks.service.js';
import { UnlabelledMessages } from './labels/unlabelled-messages.service.js';
import { MessageHistory } from './history/message-history.service.js';
import { MediaBook } from './media/media-book.service.js';
import { MediaFiles } from './media/media-files.service.js';
import { MediaSweep } from './media/media-sweep.service.js';
import { MediaVault } from './media/media-vault.service.js';
import { MediaEntity } from './media/media.entity.js';
import { ChatMemberEntity } from './members/chat-member.entity.js';
import { ChatMembers } from './members/chat-members.service.js';
import { EarlyRevisionEntity } from './messages/early-revision.entity.js';
import { EarlyRevisions } from './messages/early-revisions.service.js';
import { MessagePages } from './messages/message-pages.service.js';
import { MessageReader } from './messages/message-reader.service.js';
import { MessageRevisions } from './messages/message-revisions.service.js';
import { RevocationFollowers } from './messages/revocation-followers.service.js';
import { RevokedMessages } from './messages/revoked-messages.service.js';
import { MessageEntity } from './messages/message.entity.js';
import { GestureEntity } from './outbox/gestures/gesture.entity.js';
import { OperatorMessages } from './outbox/operator-message.service.js';
import { OutboxBell } from './outbox/outbox-bell.service.js';
import { OutboxContents } from './outbox/outbox-contents.service.js';
import { OutboxDesk } from './outbox/outbox-desk.service.js';
import { OutboxHealth } from './outbox/outbox-health.service.js';
import { OutboxMediaEntity } from './outbox/outbox-media.entity.js';
import { OutboxWriter } from './outbox/outbox-writer.service.js';
import { OutboxEntity } from './outbox/outbox.entity.js';
import { AccountPacingEntity } from './outbox/pacing/account-pacing.entity.js';
import { PacingBook } from './outbox/pacing/pacing-book.service.js';
import { PacingRules } from './outbox/pacing/pacing-rules.service.js';
import { ReactionEntity } from './reactions/reaction.entity.js';
import { AccountSyncEntity } from './sync/account-sync.entity.js';
import { ChatSyncEntity } from './sync/chat-sync.entity.js';
import { SyncRequests } from './sync/sync-requests.service.js';
import { TurnClaims } from './turns/turn-claims.service.js';
import { TurnDesk } from './turns/turn-desk.service.js';
import { TurnMaker } from './turns/turn-maker.service.js';
import { TurnReader } from './turns/turn-reader.service.js';
import { TurnRouting } from './turns/turn-routing.service.js';
import { TurnWatch } from './turns/turn-watch.service.js';
import { TurnEntity } from './turns/turn.entity.js';
import { TypingSignal } from './accounts/typing-signal.service.js';
import { InboundPolicy } from './inbound/inbound-policy.js';
import { InboundRows } from './inbound/inbound-rows.service.js';
import { InboundWriter } from './inbound/inbound-writer.service.js';
import { TurnCalls } from './inbound/turn-calls.service.js';
import { WEB_ENTITIES } from './web/web-entities.js';
import { WEB_SERVICES } from './web/web-services.js';

const SERVICES = [
  AccountStatuses,
  ArchivedHistory,
  ChatBook,
  ChatLabels,
  ChatMembers,
  ChatReader,
  ChatSettingsService,
  ContactBook,
  EarlyRevisions,
  HistoryReader,
  HistoryWriter,
  InboundPolicy,
  InboundRows,
  InboundWriter,
  MediaBook,
  MediaFiles,
  MediaSweep,
  MediaVault,
  MergeFollowers,
  MessageLabels,
  MessageMarks,
  MessageHistory,
  MessagePages,
  MessageReader,
  MessageRevisions,
  RevocationFollowers,
  RevokedMessages,
  OperatorMessages,
  OutboxBell,
  OutboxContents,
  OutboxDesk,
  OutboxWriter,
  PacingBook,
  PacingRules,
  SyncRequests,
  TurnCalls,
  TurnDesk,
  TurnMaker,
  TurnReader,
  TurnRouting,
  TypingSignal,
  UnlabelledMessages,
  ...WEB_SERVICES,
];

/** The store of record. */
@Module({
  imports: [
    RealtimeModule,
    TypeOrmModule.forFeature([
      AccountEntity,
      AccountPacingEntity,
      AccountSyncEntity,
      ChatEntity,
      ChatLabelEntity,
      ChatMemberEntity,
      ChatSyncEntity,
      ContactAliasEntity,
      ContactEntity,
      EarlyRevisionEntity,
      GestureEntity,
      MediaEntity,
      MessageEntity,
      MessageLabelEntity,
      OutboxEntity,
      OutboxMediaEntity,
      PairingRequestEntity,
      ReactionEntity,
      TurnEntity,
      ...WEB_ENTITIES,
    ]),
  ],
  providers: [...SERVICES, TurnClaims, TurnWatch, AccountsHealth, OutboxHealth],
  exports: SERVICES,
})
export class MessagingModule {}
