import { Agent, Handles, type PayloadOf, type TaskContext } from '#agents';

import './autonomy.task.js';
import { GroupActs } from './group-acts.service.js';

/** Finds the words for what was decided, and hands them over. Few at a time, since nobody waits for them. */
@Agent('group-voice', { concurrency: 5 })
export class GroupVoiceAgent {
  constructor(private readonly acts: GroupActs) {}

  @Handles('autonomy.act')
  async act({ decisionId }: PayloadOf<'autonomy.act'>, { signal }: TaskContext): Promise<undefined> {
    await this.acts.act(decisionId, signal);
  }
}
