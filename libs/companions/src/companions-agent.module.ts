import { Module } from '@nestjs/common';

import { MessagingModule } from '#messaging';

import { CompanionAgent } from './reply/companion.agent.js';
import { ReplyAttention } from './reply/reply-attention.service.js';
import { ReplyService } from './reply/reply.service.js';

/** The companion as a worker hosts it. */
@Module({
  imports: [MessagingModule],
  providers: [CompanionAgent, ReplyAttention, ReplyService],
  exports: [ReplyService],
})
export class CompanionsAgentModule {}
