import { Module } from '@nestjs/common';

import { AccountLinkingController } from './accounts/account-linking.controller.js';
import { AccountLinking } from './accounts/account-linking.service.js';
import { AccountOrders } from './accounts/account-orders.service.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { PairingDesk } from './accounts/pairing-desk.service.js';
import { ChatsController } from './chats/chats.controller.js';
import { MediaController } from './media/media.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagingModule } from './messaging.module.js';
import { GestureDesk } from './outbox/gestures/gesture-desk.service.js';
import { GesturesController } from './outbox/gestures/gestures.controller.js';
import { OperatorContents } from './outbox/operator-contents.service.js';
import { OperatorMessagesController } from './outbox/operator-messages.controller.js';
import { OutboxResolution } from './outbox/outbox-resolution.service.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { SendingDesk } from './outbox/pacing/sending-desk.service.js';
import { SendingController } from './outbox/pacing/sending.controller.js';
import { QuotableMessages } from './outbox/quotable-messages.service.js';
import { TurnsController } from './turns/turns.controller.js';
import { WebDeliveryModule } from './web/delivery/web-delivery.module.js';

/** REST over chats, messages, the outbox and the accounts. */
@Module({
  imports: [MessagingModule, WebDeliveryModule],
  controllers: [
    AccountLinkingController,
    AccountsController,
    ChatsController,
    MediaController,
    MessagesController,
    OutboxController,
    TurnsController,
    GesturesController,
    OperatorMessagesController,
    SendingController,
  ],
  providers: [
    AccountLinking,
    AccountOrders,
    PairingDesk,
    GestureDesk,
    OperatorContents,
    OutboxResolution,
    QuotableMessages,
    SendingDesk,
  ],
})
export class MessagingHttpModule {}
