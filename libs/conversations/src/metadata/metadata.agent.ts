import { Agent, Handles, TaskRecords, type PayloadOf, type ResultOf, type TaskContext } from '#agents';
import { Clock } from '#kernel';

import { BatchedRuns } from './batched-runs.service.js';
import { MetadataRuns } from './metadata-runs.service.js';

/** Labels what is not labelled. */
@Agent('conversation-manager')
export class MetadataAgent {
  constructor(
    private readonly runs: MetadataRuns,
    private readonly batched: BatchedRuns,
    private readonly records: TaskRecords,
    private readonly clock: Clock,
  ) {}

  @Handles('conversation.metadata')
  async run(
    { chatIds, since, inBatches }: PayloadOf<'conversation.metadata'>,
    context: TaskContext,
  ): Promise<ResultOf<'conversation.metadata'>> {
    const task = context.taskId === undefined ? null : await this.records.get(context.taskId);
    const startedAt = task?.createdAt ?? this.clock.now();
    const request = { chatIds, since: since === undefined ? undefined : new Date(since), startedAt };
    return inBatches && task ? this.batched.run(task.id, request, context) : this.runs.run(request, context);
  }
}
