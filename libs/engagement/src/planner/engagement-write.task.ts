import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** A plan has no words yet. */
    'engagement.write': { payload: { id: string }; result: undefined };
  }
}

defineTask('engagement', 'engagement.write', { attempts: 3, backoffMs: 30_000, timeoutMs: 2 * 60_000 });
