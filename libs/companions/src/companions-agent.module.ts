import { Module } from '@nestjs/common';

import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';

import { AnswerMaker } from './reply/answer-maker.service.js';
import { CompanionAgent } from './reply/companion.agent.js';
import { ReplyAttention } from './reply/reply-attention.service.js';
import { ReplyScenes } from './reply/reply-scenes.service.js';
import { ReplyService } from './reply/reply.service.js';

/** The companion as a worker hosts it. */
@Module({
  imports: [MemoryModule, MessagingModule],
  providers: [AnswerMaker, CompanionAgent, ReplyAttention, ReplyScenes, ReplyService],
  exports: [ReplyService],
})
export class CompanionsAgentModule {}
