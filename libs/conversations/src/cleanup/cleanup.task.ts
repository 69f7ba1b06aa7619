import { defineTask } from '#agents';

import type { CleanupReport } from './cleanup-report.js';

declare module '#agents' {
  interface TaskMap {
    /** Remove what nobody needs any more. What is left out is as the settings say. */
    'conversation.cleanup': {
      payload: {
        archive_retention_days?: number;
        optimize_tables?: boolean;
        compress_after_days?: number;
        dry_run?: boolean;
      };
      result: CleanupReport;
    };
  }
}

/** A first clean-up of a large database takes hours, since it gives way to everything else. */
const TIMEOUT_MS = 12 * 3_600_000;

defineTask('conversation-manager', 'conversation.cleanup', { attempts: 3, backoffMs: 30_000, timeoutMs: TIMEOUT_MS });
