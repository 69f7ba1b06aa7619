import { Injectable, type INestApplicationContext, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, FakeClock, waitFor, type TestDatabase } from '#testing';

import { SampleAgent } from '../../testing/sample.agent.js';
import { startAgents } from '../../testing/start-agents.js';
import { TaskRecords } from '../records/task-records.service.js';
import { ScheduledTasks } from './scheduled-tasks.service.js';
import { Schedules } from './schedules.service.js';
import { SchedulerHeartbeat } from './scheduler-heartbeat.service.js';

const NIGHTLY = {
  id: 'nightly',
  name: 'Every night',
  rhythm: { cron: '30 2 * * *', zone: 'Europe/Madrid' },
  task: 'sample.report',
  payload: { n: 21 },
  enabled: true,
} as const;

/** What a module does of which api and worker both have one. */
@Injectable()
class SampleSchedules implements OnModuleInit {
  constructor(private readonly tasks: ScheduledTasks) {}

  onModuleInit(): void {
    this.tasks.add(NIGHTLY);
    this.tasks.add({ ...NIGHTLY, id: 'resting', name: 'Switched off', payload: { n: 1 }, enabled: false });
  }
}

describe('ScheduledTasks', () => {
  let database: TestDatabase;
  let clock: FakeClock;
  let redisPrefix: string;
  let api: INestApplicationContext;
  let worker: INestApplicationContext;

  const start = (...agents: (typeof SampleAgent)[]) =>
    startAgents({ databaseUrl: database.url, redisPrefix, clock, providers: [SampleSchedules, ...agents] });
  const tasks = () => api.get(ScheduledTasks);
  const sql = <T>(text: string) => api.get(DataSource).query<T[]>(text);
  const slots = () =>
    sql<{ outcome: string; reason: string }>('SELECT * FROM schedule_slots ORDER BY slot, claimed_at');
  const slotsAre = (expected: readonly string[]) =>
    waitFor(
      async () => (await slots()).map(({ outcome, reason }) => `${outcome} ${reason}`).join() === expected.join(),
      {
        what: `slots ${expected.join()}`,
      },
    );
  const completed = (taskId: string) =>
    waitFor(async () => (await api.get(TaskRecords).get(taskId)).status === 'completed', { what: 'the task to end' });

  beforeEach(async () => {
    database = await createTestDatabase();
    // The night before clocks in Madrid skip 02:30.
    clock = new FakeClock(new Date('2026-03-28T00:00:00Z'));
    redisPrefix = newId();
    api = await start();
  });

  afterEach(async () => {
    await worker?.close();
    await api.close();
    await database.drop();
  });

  it('tells everywhere what runs when, in the zone of the schedule, also across a clock change', async () => {
    worker = await start(SampleAgent);
    const nightly = { id: 'nightly', name: 'Every night', enabled: true, lastRun: null };
    const resting = { id: 'resting', name: 'Switched off', enabled: false, nextRun: null, lastRun: null };
    expect(await tasks().list()).toEqual([{ ...nightly, nextRun: new Date('2026-03-28T01:30:00Z') }, resting]);
    clock.set(new Date('2026-03-28T12:00:00Z'));
    // There is no 02:30 on that day: the next instant that there is, is 03:00.
    expect(await tasks().list()).toEqual([{ ...nightly, nextRun: new Date('2026-03-29T01:00:00Z') }, resting]);
    clock.set(new Date('2026-03-29T12:00:00Z'));
    expect(await tasks().list()).toEqual([{ ...nightly, nextRun: new Date('2026-03-30T00:30:00Z') }, resting]);
  });

  it('runs the clock only where the agent is, and only for what is switched on', async () => {
    expect(api.get(ScheduledTasks).runsHere).toBe(false);
    expect(await api.get(Schedules).list()).toEqual([]);
    worker = await start(SampleAgent);
    expect((await worker.get(Schedules).list()).map(({ id }) => id)).toEqual(['nightly']);
    await slotsAre(['skipped begins']);
    clock.set(new Date('2026-03-28T01:30:00Z'));
    await slotsAre(['skipped begins', 'run null']);
    const [task] = await sql<{ id: string; requested_by: string }>('SELECT id, requested_by FROM tasks');
    expect(task!.requested_by).toBe('nightly');
    await completed(task!.id);
    expect((await tasks().list())[0]).toMatchObject({ lastRun: clock.now() });
  });

  it('starts one at once, also without a clock, and refuses a second one with the id of the first', async () => {
    const { taskId } = await tasks().trigger('nightly', 'tester');
    await expect(tasks().trigger('nightly', 'tester')).rejects.toMatchObject({
      code: 'scheduled-task.running',
      kind: 'conflict',
      details: { task_id: taskId },
    });
    await tasks().trigger('resting', 'tester');
    await expect(tasks().trigger('unknown', 'tester')).rejects.toMatchObject({ code: 'scheduled-task.not-found' });
    worker = await start(SampleAgent);
    clock.advance(60_000);
    await completed(taskId);
    expect(await api.get(TaskRecords).get(taskId)).toMatchObject({
      outputData: { doubled: 42 },
      requestedBy: 'tester',
    });
    await tasks().trigger('nightly', 'tester');
  });

  it('lets a slot go by while the last run is unfinished, and says so', async () => {
    worker = await start(SampleAgent);
    let finish = () => undefined as void;
    worker.get(SampleAgent).onReport = () => new Promise((resolve) => (finish = resolve));
    await slotsAre(['skipped begins']);
    const { taskId } = await tasks().trigger('nightly', 'tester');
    const triggeredAt = clock.now();
    clock.set(new Date('2026-03-28T01:30:00Z'));
    await slotsAre(['skipped begins', 'run triggered', 'skipped running']);
    expect((await tasks().list())[0]).toMatchObject({ lastRun: triggeredAt });
    await waitFor(async () => (await api.get(TaskRecords).get(taskId)).status === 'running', { what: 'the run' });
    finish();
    await completed(taskId);
    expect(await sql('SELECT 1 FROM tasks')).toHaveLength(1);
  });

  it('says that the scheduler runs while a process with the agent lives, and not longer', async () => {
    const runs = () => api.get(SchedulerHeartbeat).isRunning();
    expect(await runs()).toBe(false);
    worker = await start(SampleAgent);
    expect(await runs()).toBe(true);
    // Whoever is killed says nothing: the row goes stale.
    await sql(`UPDATE scheduler_heartbeats SET beat_at = now() - interval '31 seconds'`);
    expect(await runs()).toBe(false);
    await worker.get(SchedulerHeartbeat).beat();
    expect(await runs()).toBe(true);
    await worker.close();
    expect(await runs()).toBe(false);
    expect(await sql('SELECT 1 FROM scheduler_heartbeats')).toEqual([]);
  });
});
