import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import { COMPANION, ReplyService } from './reply.service.js';
import './companion-reply.task.js';

/** Answers in character. */
@Agent(COMPANION, { concurrency: 20 })
export class CompanionAgent {
  constructor(private readonly replies: ReplyService) {}

  @Handles('companion.reply')
  async reply({ chatId }: PayloadOf<'companion.reply'>, { signal }: TaskContext): Promise<undefined> {
    await this.replies.answerAll(chatId, signal);
  }
}
