import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';
import { Clock } from '#kernel';

import { CleanupService } from './cleanup.service.js';

/** Cleans up. */
@Agent('conversation-manager')
export class CleanupAgent {
  constructor(
    private readonly cleanup: CleanupService,
    private readonly clock: Clock,
  ) {}

  @Handles('conversation.cleanup')
  cleanUp(
    payload: PayloadOf<'conversation.cleanup'>,
    { signal, progress }: TaskContext,
  ): Promise<ResultOf<'conversation.cleanup'>> {
    return this.cleanup.run(
      {
        archiveRetentionDays: payload.archive_retention_days,
        optimizeTables: payload.optimize_tables,
        compressAfterDays: payload.compress_after_days,
        dryRun: payload.dry_run,
      },
      { now: this.clock.now(), signal, onProgress: progress },
    );
  }
}
