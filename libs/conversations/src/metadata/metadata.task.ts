import { defineTask } from '#agents';

import type { MetadataReport } from './metadata-report.js';

declare module '#agents' {
  interface TaskMap {
    /**
     * Label what is not labelled: of all chats, or of these (our ids); all of it, or what was sent since. In batches, when there is
     * time.
     */
    'conversation.metadata': {
      payload: { chatIds?: readonly string[]; since?: string; inBatches?: boolean };
      result: MetadataReport;
    };
  }
}

defineTask('conversation-manager', 'conversation.metadata', {
  attempts: 5,
  backoffMs: 30_000,
  // A batch may take a day.
  timeoutMs: 26 * 3_600_000,
});
