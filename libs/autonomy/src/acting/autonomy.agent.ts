import { Agent, Handles, type PayloadOf } from '#agents';

import './autonomy.task.js';
import { GroupLooks } from './group-looks.service.js';

/** Looks at groups, and decides. */
@Agent('autonomy', { concurrency: 10 })
export class AutonomyAgent {
  constructor(private readonly looks: GroupLooks) {}

  @Handles('autonomy.look')
  async look({ chatId, trigger }: PayloadOf<'autonomy.look'>): Promise<undefined> {
    await this.looks.look(chatId, trigger);
  }
}
