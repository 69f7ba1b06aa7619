import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import { TitleWriter } from './title-writer.service.js';
import './conversation-title.task.js';

/** Gives conversations titles made from the talk. */
@Agent('conversation-title', { concurrency: 2 })
export class ConversationTitleAgent {
  constructor(private readonly writer: TitleWriter) {}

  @Handles('conversation.title')
  async write({ chatId }: PayloadOf<'conversation.title'>, { signal }: TaskContext): Promise<undefined> {
    await this.writer.write(chatId, signal);
  }
}
