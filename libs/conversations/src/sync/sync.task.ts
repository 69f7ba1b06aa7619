import { defineTask } from '#agents';

import type { SyncReport } from './sync-report.js';

declare module '#agents' {
  interface TaskMap {
    /** Compare chats with the phone: these, or all of them; `active_only` leaves out those in which nothing happens. */
    'conversation.sync': {
      payload: { chat_ids?: readonly string[]; full: boolean; active_only?: boolean };
      result: SyncReport;
    };
  }
}

/** Whole chats of years, page by page. What is not done by then goes on by itself: the task only waits for it. */
const TIMEOUT_MS = 12 * 3_600_000;

defineTask('conversation-manager', 'conversation.sync', { attempts: 3, backoffMs: 5_000, timeoutMs: TIMEOUT_MS });
