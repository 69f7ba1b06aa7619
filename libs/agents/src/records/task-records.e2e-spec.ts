import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';

import { AppError, newId } from '#kernel';
import { Metrics } from '#telemetry';
import { createTestDatabase, FakeClock, waitFor, type TestDatabase } from '#testing';

import { BACKENDS } from '../../testing/backends.js';
import { SampleAgent } from '../../testing/sample.agent.js';
import { startAgents } from '../../testing/start-agents.js';
import { DeadLetters } from '../dead-letters/dead-letters.service.js';
import { AgentRouter } from '../router/agent-router.js';
import { TaskRecords } from './task-records.service.js';
import { TaskSweep } from './task-sweep.service.js';

describe.each(BACKENDS)('TaskRecords on %s', (_, redis) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let redisPrefix: string;
  let app: INestApplicationContext;
  let agent: SampleAgent;
  let records: TaskRecords;

  const by = { requestedBy: 'tester' };
  const start = () =>
    startAgents({ databaseUrl: database.url, redisUrl: redis(), redisPrefix, clock, providers: [SampleAgent] });
  const ended = (id: string) =>
    waitFor(
      async () => {
        const task = await records.get(id);
        return ['completed', 'failed'].includes(task.status) && task;
      },
      { what: 'the task to end', timeoutMs: 20_000 },
    );
  const statusIs = (id: string, status: string) =>
    waitFor(async () => (await records.get(id)).status === status, { what: `status ${status}` });

  async function emptyQueues(): Promise<void> {
    const url = redis();
    if (!url) return app.get(DataSource).query('TRUNCATE bullmq.job, bullmq.dedup, bullmq.dedup_next CASCADE');
    const client = new Redis(url);
    const keys = await client.keys(`${redisPrefix}:*`);
    if (keys.length > 0) await client.del(keys);
    client.disconnect();
  }

  beforeEach(async () => {
    database = await createTestDatabase();
    clock = new FakeClock();
    redisPrefix = newId();
    app = await start();
    agent = app.get(SampleAgent);
    records = app.get(TaskRecords);
  });

  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  it('follows a task from its start to its end', async () => {
    let finish = () => undefined as void;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    agent.onReport = async (_n, context) => {
      await context.progress(41.6, 'counting');
      await gate;
    };
    const { taskId } = await records.start('sample.report', { n: 21 }, by);
    const running = await waitFor(
      async () => {
        const task = await records.get(taskId);
        return task.progress === 42 && task;
      },
      { what: 'its progress' },
    );
    expect(running).toMatchObject({ status: 'running', progressMessage: 'counting', attempts: 1, finishedAt: null });
    clock.advance(5_000);
    finish();
    expect(await ended(taskId)).toMatchObject({
      name: 'sample.report',
      agent: 'sample',
      status: 'completed',
      progress: 100,
      input: { n: 21 },
      outputData: { doubled: 42 },
      error: null,
      requestedBy: 'tester',
      startedAt: new Date('2026-01-05T12:00:00Z'),
      finishedAt: new Date('2026-01-05T12:00:05Z'),
    });
  });

  it('says why a task failed, and can try it again from its dead letter', async () => {
    agent.onReport = () => Promise.reject(new AppError('sample.no', 'It will not do.', { kind: 'conflict' }));
    const { taskId } = await records.start('sample.report', { n: 1 }, by);
    const error = { code: 'sample.no', message: 'It will not do.' };
    expect(await ended(taskId)).toMatchObject({ status: 'failed', error, outputData: null });

    const letters = app.get(DeadLetters);
    const [letter] = await waitFor(async () => (await letters.list()).filter((one) => one.taskId === taskId), {
      what: 'the dead letter',
    });
    agent.onReport = () => Promise.resolve();
    await waitFor(() => app.get(AgentRouter).idle(), { what: 'an empty queue' });
    await letters.retry(letter!.id);
    await statusIs(taskId, 'completed');
    expect(await records.get(taskId)).toMatchObject({ error: null, outputData: { doubled: 2 } });
  });

  it('starts no second task while one with the same key is unfinished', async () => {
    let finish = () => undefined as void;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    agent.onReport = () => gate;
    const starts = await Promise.all(
      Array.from({ length: 10 }, (_start, n) => records.start('sample.report', { n }, { ...by, key: 'archive' })),
    );
    expect(new Set(starts.map(({ taskId }) => taskId)).size).toBe(1);
    finish();
    await ended(starts[0]!.taskId);
    const { taskId } = await records.start('sample.report', { n: 1 }, { ...by, key: 'archive' });
    expect(taskId).not.toBe(starts[0]!.taskId);
    await ended(taskId);
  });

  it('loses no task when the queues are emptied in mid-run', async () => {
    const begun = new Set<number>();
    let finish = () => undefined as void;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    agent.onReport = (n) => {
      begun.add(n);
      return gate;
    };
    const starts = Array.from({ length: 80 }, (_start, n) => records.start('sample.report', { n }, by));
    const ids = (await Promise.all(starts)).map(({ taskId }) => taskId);
    await waitFor(() => begun.size === 50, { what: 'as many as run at a time' });
    await emptyQueues();
    finish();
    const completed = async () =>
      (await Promise.all(ids.map((id) => records.get(id)))).filter((task) => task.finishedAt);
    await waitFor(async () => (await completed()).length === 50, { what: 'those that ran' });
    clock.advance(60_000);
    await app.get(TaskSweep).sweep();
    for (const id of ids) expect(await ended(id)).toMatchObject({ status: 'completed', attempts: 1 });
  });

  it('queues a lost running task again, and ignores what the lost one says later', async () => {
    const finishes: (() => void)[] = [];
    agent.onReport = () => new Promise((resolve) => finishes.push(resolve));
    const { taskId } = await records.start('sample.report', { n: 1 }, by);
    await waitFor(() => finishes.length === 1, { what: 'the first run' });
    await emptyQueues();
    await app.get(TaskSweep).sweep();
    expect(finishes).toHaveLength(1);
    clock.advance(31_000);
    await app.get(TaskSweep).sweep();
    await waitFor(() => finishes.length === 2, { what: 'the second run' });
    finishes[0]!();
    const completed = 'agent_task_duration_seconds_count{task="sample.report",outcome="completed"} 1';
    await waitFor(async () => (await app.get(Metrics).text()).includes(completed), {
      what: 'the end of the first run',
    });
    expect(await records.get(taskId)).toMatchObject({ status: 'running' });
    finishes[1]!();
    expect(await ended(taskId)).toMatchObject({ status: 'completed', attempts: 2 });
  });

  it('does not run what was cancelled', async () => {
    let runs = 0;
    agent.onReport = () => Promise.resolve(void (runs += 1));
    await app.close();
    app = await startAgents({ databaseUrl: database.url, redisUrl: redis(), redisPrefix, clock });
    const { taskId } = await app.get(TaskRecords).start('sample.report', { n: 1 }, by);
    await app.get(DataSource).query(`UPDATE tasks SET status = 'cancelled' WHERE id = $1`, [taskId]);
    await app.close();
    app = await start();
    app.get(SampleAgent).onReport = agent.onReport;
    await waitFor(() => app.get(AgentRouter).idle(), { what: 'an empty queue' });
    expect(runs).toBe(0);
  });

  it('refuses turns, and ids that nobody has', async () => {
    await expect(records.start('sample.turn', { key: 'a' }, by)).rejects.toMatchObject({
      code: 'agents.turn-has-no-record',
    });
    await expect(records.get(newId())).rejects.toMatchObject({ code: 'task.not-found' });
    await expect(records.get('../x')).rejects.toMatchObject({ code: 'task.not-found' });
  });
});
