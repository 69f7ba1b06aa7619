import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';

import { ArchivedHistory } from '../history/archived-history.service.js';
import type { RoutedTurn, TurnDecider } from './turn-context.js';
import { TurnMaker } from './turn-maker.service.js';

/** What waits in a chat becomes one turn. */
@Injectable()
export class TurnRouting {
  constructor(
    private readonly turns: TurnMaker,
    private readonly archived: ArchivedHistory,
    private readonly logger: Logger,
  ) {}

  /** A chat that was put away comes back before its turn is made, so that the answer knows the whole conversation. */
  async route(chatId: string, decide: TurnDecider): Promise<RoutedTurn> {
    const routed = await this.turns.make(chatId, decide, false);
    if (routed !== 'archived') return routed;
    await this.revive(chatId);
    const again = await this.turns.make(chatId, decide, true);
    return again === 'archived' ? { kind: 'nothing' } : again;
  }

  /** An answer that does not know the past is better than none. */
  private async revive(chatId: string): Promise<void> {
    try {
      await this.archived.revive(chatId);
    } catch (error) {
      this.logger.error({ err: error, chatId }, 'an archived chat goes on, and could not be brought back');
    }
  }
}
