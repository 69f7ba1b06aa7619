import { once } from 'node:events';

import type { TaskDefinition } from '../tasks/task-definition.js';
import { TaskRun } from './task-run.js';

const definition: TaskDefinition = { agent: 'a', name: 'x', attempts: 1, backoffMs: 0, timeoutMs: 20 };
const newRun = () => new TaskRun(definition, { attempt: 1, progress: () => Promise.resolve() });

describe('TaskRun', () => {
  it('gives what the handler gives', async () => {
    await expect(newRun().within(() => Promise.resolve(7))).resolves.toBe(7);
    await expect(newRun().within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('aborts the signal when time is up, and fails with that', async () => {
    const run = newRun();
    const heeding = async () => {
      await once(run.signal, 'abort');
      throw new Error('I was told to stop');
    };
    await expect(run.within(heeding)).rejects.toMatchObject({ code: 'agents.timeout', retryable: true });
    expect(run.signal.reason).toMatchObject({ code: 'agents.timeout' });
  });

  it('leaves a handler alone that does not stop', async () => {
    const deaf = () => new Promise<never>(() => undefined);
    await expect(newRun().within(deaf)).rejects.toMatchObject({ code: 'agents.timeout' });
  });

  it('takes a result that comes after the abort: the work is done', async () => {
    const run = newRun();
    const late = async () => {
      await once(run.signal, 'abort');
      return 'done';
    };
    await expect(run.within(late)).resolves.toBe('done');
  });

  it('has an aborted signal for a handler that looks late', () => {
    const run = newRun();
    run.abort(new Error('first'));
    run.abort(new Error('second'));
    expect(run.signal.aborted).toBe(true);
    expect(run.signal.reason).toMatchObject({ message: 'first' });
  });
});
