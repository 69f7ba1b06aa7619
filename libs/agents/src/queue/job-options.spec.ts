import type { TaskDefinition } from '../tasks/task-definition.js';
import { jobOptions } from './job-options.js';

const plain: TaskDefinition = { agent: 'a', name: 'x.y', attempts: 3, backoffMs: 20, timeoutMs: 1 };
const turn: TaskDefinition = { ...plain, turn: ({ chat }: { chat: string }) => chat };

describe('jobOptions', () => {
  it.each([
    ['neither key nor delay', plain, { payload: {} }, {}],
    ['a delay', plain, { payload: {}, delayMs: 12.4 }, { delay: 12 }],
    ['a key that BullMQ would refuse', plain, { payload: {}, key: '1:2' }, { jobId: 'x.y/1%3A2' }],
    ['a key with half a character', plain, { payload: {}, key: '\ud800' }, { jobId: 'x.y/%EF%BF%BD' }],
    ['a record', plain, { payload: {}, taskId: 'id', key: 'k' }, { jobId: 'x.y/id' }],
    ['a turn', turn, { payload: { chat: 'c' } }, { deduplication: turnOptions(false) }],
    [
      'a turn with a delay',
      turn,
      { payload: { chat: 'c' }, delayMs: 5 },
      { delay: 5, deduplication: turnOptions(false) },
    ],
    ['a turn that comes forward', turn, { payload: { chat: 'c' }, delayMs: 0 }, { deduplication: turnOptions(true) }],
  ])('%s', (_, definition, request, expected) => {
    expect(jobOptions(definition, request)).toEqual({
      attempts: 3,
      backoff: { type: 'exponential', delay: 20, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: true,
      ...expected,
    });
  });
});

function turnOptions(reschedule: boolean) {
  return { id: 'x.y/c', keepLastIfActive: true, reschedule };
}
