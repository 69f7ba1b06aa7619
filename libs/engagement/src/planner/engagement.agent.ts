import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import './engagement-write.task.js';
import { PlanWords } from './plan-words.service.js';

/** Writes first: what needs a model. Few at a time, since nobody waits for it. */
@Agent('engagement', { concurrency: 5 })
export class EngagementAgent {
  constructor(private readonly words: PlanWords) {}

  @Handles('engagement.write')
  async write({ id }: PayloadOf<'engagement.write'>, { signal }: TaskContext): Promise<undefined> {
    await this.words.write(id, signal);
  }
}
