import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AccountStatuses } from './accounts/account-statuses.service.js';
import { AccountsHealth } from './accounts/accounts-health.service.js';
import { AccountEntity } from './accounts/account.entity.js';
import { ChatBook } from './chats/chat-book.service.js';
import { ChatReader } from './chats/chat-reader.service.js';
import { ChatSettingsService } from './chats/chat-settings.service.js';
import { ChatEntity } from './chats/chat.entity.js';
import { ContactAliasEntity } from './contacts/contact-alias.entity.js';
import { ContactBook } from './contacts/contact-book.service.js';
import { ContactEntity } from './contacts/contact.entity.js';
import { HistoryWriter } from './history/history-writer.service.js';
import { EarlyRevisionEntity } from './messages/early-revision.entity.js';
import { EarlyRevisions } from './messages/early-revisions.service.js';
import { MessagePages } from './messages/message-pages.service.js';
import { MessageReader } from './messages/message-reader.service.js';
import { MessageRevisions } from './messages/message-revisions.service.js';
import { MessageEntity } from './messages/message.entity.js';
import { OperatorMessages } from './outbox/operator-message.service.js';
import { OutboxBell } from './outbox/outbox-bell.service.js';
import { OutboxDesk } from './outbox/outbox-desk.service.js';
import { OutboxWriter } from './outbox/outbox-writer.service.js';
import { OutboxEntity } from './outbox/outbox.entity.js';
import { TurnDesk } from './turns/turn-desk.service.js';
import { TurnRouting } from './turns/turn-routing.service.js';
import { TurnEntity } from './turns/turn.entity.js';
import { TypingSignal } from './accounts/typing-signal.service.js';

const SERVICES = [
  AccountStatuses,
  ChatBook,
  ChatReader,
  ChatSettingsService,
  ContactBook,
  EarlyRevisions,
  HistoryWriter,
  MessagePages,
  MessageReader,
  MessageRevisions,
  OperatorMessages,
  OutboxBell,
  OutboxDesk,
  OutboxWriter,
  TurnDesk,
  TurnRouting,
  TypingSignal,
];

/** The store of record. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AccountEntity,
      ChatEntity,
      ContactAliasEntity,
      ContactEntity,
      EarlyRevisionEntity,
      MessageEntity,
      OutboxEntity,
      TurnEntity,
    ]),
  ],
  providers: [...SERVICES, AccountsHealth],
  exports: SERVICES,
})
export class MessagingModule {}
