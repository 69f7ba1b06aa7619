import { defineTask } from '#agents';

import type { Trigger } from '../groups/trigger.js';

declare module '#agents' {
  interface TaskMap {
    /** A group has something new, or its time has come. */
    'autonomy.look': { payload: { chatId: string; trigger: Trigger }; result: undefined };
    /** A decision to speak has no words yet. */
    'autonomy.act': { payload: { decisionId: string }; result: undefined };
  }
}

defineTask('autonomy', 'autonomy.look', { attempts: 3, timeoutMs: 30_000, turn: ({ chatId }) => chatId });
// Of an agent of its own: a slow model never keeps it from looking.
defineTask('group-voice', 'autonomy.act', { attempts: 2, timeoutMs: 60_000 });
