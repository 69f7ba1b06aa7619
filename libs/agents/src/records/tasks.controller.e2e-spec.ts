import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { Cursors, unguardedRoutes } from '#security';
import { FakeClock } from '#testing';

import { taskNotFound } from '../agents.errors.js';
import { AgentsHttpModule } from '../agents-http.module.js';
import { ScheduledTasks } from '../schedules/scheduled-tasks.service.js';
import { SchedulerHeartbeat } from '../schedules/scheduler-heartbeat.service.js';
import { TaskRecords } from './task-records.service.js';
import type { TaskEntity } from './task.entity.js';

const now = new FakeClock().now();
const task: TaskEntity = {
  id: newId(),
  name: 'sample.report',
  agent: 'sample',
  key: null,
  status: 'completed',
  progress: 100,
  progressMessage: 'done',
  input: { n: 1 },
  outputData: { doubled: 2 },
  error: null,
  requestedBy: 'admin',
  attempts: 1,
  createdAt: now,
  startedAt: now,
  heartbeatAt: now,
  finishedAt: now,
};
const records = { get: (id: string) => (id === task.id ? Promise.resolve(task) : Promise.reject(taskNotFound())) };

const unused = [DataSource, Cursors, ScheduledTasks, SchedulerHeartbeat].map((provide) => ({ provide, useValue: {} }));

@Module({
  providers: [{ provide: TaskRecords, useValue: records }, ...unused],
  exports: [TaskRecords, ...unused.map(({ provide }) => provide)],
})
class RecordsModule {}

@Module({ imports: [{ module: RecordsModule, global: true }, AgentsHttpModule] })
class TestModule {}

it('shows a task in the words of the API, behind a scope', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  const response = await fetch(`${await app.getUrl()}/api/conversations/tasks/${task.id}`);
  expect(await response.json()).toEqual({
    id: task.id,
    task_type: 'sample.report',
    status: 'completed',
    progress: 100,
    progress_message: 'done',
    input_data: { n: 1 },
    output_data: { doubled: 2 },
    error: null,
    created_at: now.toISOString(),
    started_at: now.toISOString(),
    completed_at: now.toISOString(),
  });
  expect(unguardedRoutes(app)).toEqual([]);
  await app.close();
});
