import { defineTask } from '../src/index.js';

declare module '../src/index.js' {
  interface TaskMap {
    'sample.turn': { payload: { key: string }; result: undefined };
    'sample.work': { payload: { n: number }; result: undefined };
    'sample.report': { payload: { n: number }; result: { doubled: number } };
  }
}

export const SAMPLE = 'sample';

defineTask(SAMPLE, 'sample.turn', { attempts: 3, backoffMs: 20, turn: ({ key }) => key });
defineTask(SAMPLE, 'sample.work', { attempts: 3, backoffMs: 20, timeoutMs: 300 });
defineTask(SAMPLE, 'sample.report', { attempts: 2, backoffMs: 20 });
