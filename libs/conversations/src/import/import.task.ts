import { defineTask } from '#agents';

import type { DateOrder } from './date-order.js';
import type { ImportReport } from './import-report.js';

declare module '#agents' {
  interface TaskMap {
    /** Import the uploaded export `uploadId`. Names, but never a message, are part of it. */
    'conversation.import': {
      payload: {
        uploadId: string;
        fileName: string;
        accountId: string;
        me: string;
        chatId?: string;
        chatName?: string;
        zone?: string;
        dateOrder?: DateOrder;
      };
      result: ImportReport;
    };
  }
}

/** A worker that died in the midst of an import is followed by another, which doubles nothing. */
export const IMPORT_ATTEMPTS = 3;

defineTask('conversation-manager', 'conversation.import', {
  attempts: IMPORT_ATTEMPTS,
  backoffMs: 1_000,
  timeoutMs: 3_600_000,
});
