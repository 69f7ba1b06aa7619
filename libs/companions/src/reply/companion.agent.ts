import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import { ConversationConfig } from '#config';

import { COMPANION, ReplyService } from './reply.service.js';
import './companion-reply.task.js';

/** Answers in character. */
@Agent(COMPANION)
export class CompanionAgent {
  readonly concurrency: number;

  constructor(
    private readonly replies: ReplyService,
    config: ConversationConfig,
  ) {
    this.concurrency = config.companionConcurrency;
  }

  @Handles('companion.reply')
  async reply({ chatId }: PayloadOf<'companion.reply'>, { signal }: TaskContext): Promise<undefined> {
    await this.replies.answerAll(chatId, signal);
  }
}
