import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';

import { CompanionsModule } from './companions.module.js';
import { AnswerMaker } from './reply/answer-maker.service.js';
import { CompanionAgent } from './reply/companion.agent.js';
import { ReplyAttention } from './reply/reply-attention.service.js';
import { ReplyScenes } from './reply/reply-scenes.service.js';
import { ReplySettings } from './reply/reply-settings.service.js';
import { ReplyService } from './reply/reply.service.js';
import { IncidentSchedule } from './safety/desk/incident-schedule.service.js';
import { SafetyModule } from './safety/safety.module.js';

/** The companion as a worker hosts it. */
@Module({
  imports: [CompanionsModule, MemoryModule, MessagingModule, SafetyModule],
  providers: [AnswerMaker, CompanionAgent, IncidentSchedule, ReplyAttention, ReplyScenes, ReplyService, ReplySettings],
  exports: [ReplyService],
})
export class CompanionsAgentModule {}
