import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';
import { AppError } from '#kernel';

import { ImportUploads } from './import-uploads.service.js';
import { ImportService } from './import.service.js';
import { IMPORT_ATTEMPTS } from './import.task.js';

/** Imports uploaded chats, and removes each file when there is nothing more to do with it. */
@Agent('conversation-manager')
export class ImportAgent {
  constructor(
    private readonly imports: ImportService,
    private readonly uploads: ImportUploads,
  ) {}

  @Handles('conversation.import')
  async importChat(
    { uploadId, fileName, ...options }: PayloadOf<'conversation.import'>,
    context: TaskContext,
  ): Promise<ResultOf<'conversation.import'>> {
    try {
      const source = { path: this.uploads.pathOf(uploadId), name: fileName };
      const report = await this.imports.importFile(source, options, async (done, total) => {
        context.signal.throwIfAborted();
        await context.progress(Math.floor((done / total) * 100), `${done} of ${total} messages`);
      });
      await this.uploads.remove(uploadId);
      return report;
    } catch (error) {
      const isFinal = context.attempt >= IMPORT_ATTEMPTS || (error instanceof AppError && !error.retryable);
      if (isFinal) await this.uploads.remove(uploadId);
      throw error;
    }
  }
}
