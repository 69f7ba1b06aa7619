import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';

import { ExportRunner } from './export-runner.service.js';
import './export.task.js';

/** Exports chats. */
@Agent('conversation-manager')
export class ExportAgent {
  constructor(private readonly runner: ExportRunner) {}

  @Handles('conversation.export')
  exportChats(
    { exportId }: PayloadOf<'conversation.export'>,
    context: TaskContext,
  ): Promise<ResultOf<'conversation.export'>> {
    return this.runner.run(exportId, context);
  }
}
