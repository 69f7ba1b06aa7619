import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';
import { RealtimeHttpModule } from '#realtime';

import { ReplySettings } from '../reply/reply-settings.service.js';
import { ConversationAnalytics } from './analytics/conversation-analytics.service.js';
import { ConversationInsights } from './analytics/conversation-insights.service.js';
import { ChatModule } from './chat.module.js';
import { ConversationContexts } from './context/conversation-context.service.js';
import { RecentTalk } from './context/recent-talk.service.js';
import { ConversationExport } from './export/conversation-export.service.js';
import { ConversationInsightsController } from './rest/conversation-insights.controller.js';
import { ConversationMessagesController } from './rest/conversation-messages.controller.js';
import { ConversationsController } from './rest/conversations.controller.js';
import { ConversationCommands } from './sockets/conversation-commands.service.js';
import { ConversationFeed } from './sockets/conversation-feed.service.js';
import { ConversationSocketParts } from './sockets/conversation-parts.service.js';
import { ConversationRooms } from './sockets/conversation-rooms.service.js';
import { KeptSocketSessions } from './sockets/kept-socket-sessions.service.js';

const SOCKETS = [
  ConversationCommands,
  ConversationFeed,
  ConversationRooms,
  ConversationSocketParts,
  KeptSocketSessions,
];

/** Conversations over REST and sockets. */
@Module({
  imports: [ChatModule, MemoryModule, MessagingModule, RealtimeHttpModule],
  controllers: [ConversationsController, ConversationMessagesController, ConversationInsightsController],
  providers: [
    ...SOCKETS,
    ...[
      ConversationAnalytics,
      ConversationContexts,
      ConversationExport,
      ConversationInsights,
      RecentTalk,
      ReplySettings,
    ],
  ],
})
export class ChatHttpModule {}
