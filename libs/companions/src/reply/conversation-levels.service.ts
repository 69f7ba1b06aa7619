import { Injectable } from '@nestjs/common';

import { Conversations } from '#messaging';
import { Logger } from '#telemetry';

import type { ConversationLevel } from '../safety/classify/conversation-level.js';
import type { ReplyScene } from './reply-scene.js';

/** How sexual a conversation was when it was last looked at. */
@Injectable()
export class ConversationLevels {
  constructor(
    private readonly conversations: Conversations,
    private readonly logger: Logger,
  ) {}

  /** Null when nobody has looked yet, and in groups, which have none. Never throws. */
  async of({ chatId, group }: Pick<ReplyScene, 'chatId' | 'group'>): Promise<ConversationLevel | null> {
    if (group) return null;
    try {
      const { nsfwLevel: level, nsfwAt: at } = await this.conversations.stateOf(chatId);
      return at === null ? null : { level, at };
    } catch (error) {
      this.logger.debug({ err: error, chatId }, 'an answer goes without what is known of its conversation');
      return null;
    }
  }
}
