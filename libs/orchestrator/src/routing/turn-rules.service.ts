import { Injectable } from '@nestjs/common';

import { GroupAnswers } from '#autonomy';
import { ConversationConfig } from '#config';
import { Clock } from '#kernel';
import type { TurnDecider } from '#messaging';

import { decideTurn } from './decide-turn.js';

/** The rules by which a chat's turn is decided, with all that they ask for. */
@Injectable()
export class TurnRules {
  constructor(
    private readonly config: ConversationConfig,
    private readonly groups: GroupAnswers,
    private readonly clock: Clock,
  ) {}

  /** Reads what must be known beforehand; what it answers decides without waiting, since the chat is locked then. */
  async decider(chatId: string): Promise<TurnDecider> {
    const group = await this.groups.of(chatId, this.clock.now());
    return (chat, waiting) => decideTurn(chat, waiting, this.config, this.clock.now(), group);
  }
}
