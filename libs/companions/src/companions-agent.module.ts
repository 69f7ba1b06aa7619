import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';

import { CompanionsModule } from './companions.module.js';
import { CHAT_AGENT_PROVIDERS } from './conversations/chat-agent.providers.js';
import { AnswerMaker } from './reply/answer-maker.service.js';
import { AnswerNotes } from './reply/answer-notes.service.js';
import { CompanionAgent } from './reply/companion.agent.js';
import { ConversationLevels } from './reply/conversation-levels.service.js';
import { ReplyAttention } from './reply/reply-attention.service.js';
import { ReplyScenes } from './reply/reply-scenes.service.js';
import { ReplySettings } from './reply/reply-settings.service.js';
import { ReplyService } from './reply/reply.service.js';
import { AnswerStreams } from './reply/stream/answer-streams.service.js';
import { IncidentSchedule } from './safety/desk/incident-schedule.service.js';
import { SafetyModule } from './safety/safety.module.js';
import { TokenSchedule } from './tokens/token-schedule.service.js';

/** The companion as a worker hosts it. */
@Module({
  imports: [CompanionsModule, MemoryModule, MessagingModule, RealtimeModule, SafetyModule],
  providers: [
    AnswerMaker,
    AnswerNotes,
    AnswerStreams,
    CompanionAgent,
    ConversationLevels,
    IncidentSchedule,
    ReplyAttention,
    ReplyScenes,
    ReplyService,
    ReplySettings,
    TokenSchedule,
    ...CHAT_AGENT_PROVIDERS,
  ],
  exports: [ReplyService],
})
export class CompanionsAgentModule {}
