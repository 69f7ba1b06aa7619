import { Module } from '@nestjs/common';

import { AccountsController } from './accounts/accounts.controller.js';
import { ChatsController } from './chats/chats.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagingModule } from './messaging.module.js';
import { OutboxController } from './outbox/outbox.controller.js';

/** REST over chats, messages, the outbox and the accounts. */
@Module({
  imports: [MessagingModule],
  controllers: [AccountsController, ChatsController, MessagesController, OutboxController],
})
export class MessagingHttpModule {}
