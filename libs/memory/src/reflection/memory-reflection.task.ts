import { defineTask } from '#agents';

import type { ReflectionReport } from './reflection-report.js';

declare module '#agents' {
  interface TaskMap {
    /** Tidy what is remembered of everybody of whom something is new. */
    'memory.reflection': { payload: Record<string, never>; result: ReflectionReport };
  }
}

/** A first night after an import of years takes hours. */
const TIMEOUT_MS = 6 * 3_600_000;

defineTask('memory', 'memory.reflection', { attempts: 3, backoffMs: 60_000, timeoutMs: TIMEOUT_MS });
