import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { Logger } from '#telemetry';

import './conversation-title.task.js';
import { isTitleDue } from './is-title-due.js';
import { TitleStandings } from './title-standings.service.js';

/** Has titles made, off the way of an answer. */
@Injectable()
export class ConversationTitles {
  constructor(
    private readonly standings: TitleStandings,
    private readonly router: AgentRouter,
    private readonly logger: Logger,
  ) {}

  /** An answer was given in the chat. Never rejects: the next answer asks again. */
  async answered(chatId: string): Promise<void> {
    try {
      const standing = await this.standings.of(chatId);
      if (standing && isTitleDue(standing)) await this.router.dispatch('conversation.title', { chatId });
    } catch (error) {
      this.logger.warn({ err: error, chatId }, 'a title will be made later');
    }
  }
}
