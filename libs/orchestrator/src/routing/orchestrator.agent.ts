import { Agent, Handles, type PayloadOf } from '#agents';
import { Autonomy } from '#autonomy';
import { AutomationTrigger } from '#conversations';

import { TurnService } from './turn.service.js';

/** Decides, in code, who answers what is new in a chat. */
@Agent('orchestrator', { concurrency: 20 })
export class OrchestratorAgent {
  constructor(
    private readonly turns: TurnService,
    private readonly automations: AutomationTrigger,
    private readonly autonomy: Autonomy,
  ) {}

  @Handles('chat.turn')
  async turn({ chatId }: PayloadOf<'chat.turn'>): Promise<undefined> {
    await this.turns.takeTurn(chatId);
    await this.automations.notice(chatId);
    await this.autonomy.notice(chatId);
  }
}
