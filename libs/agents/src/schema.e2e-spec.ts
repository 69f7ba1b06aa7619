import { DataSource } from 'typeorm';

import { schemaDrift } from '#database';
import { createTestDatabase } from '#testing';

import { DeadLetterEntity } from './dead-letters/dead-letter.entity.js';
import { TaskEntity } from './records/task.entity.js';
import { ScheduleSlotEntity } from './schedules/schedule-slot.entity.js';
import { SchedulerHeartbeatEntity } from './schedules/scheduler-heartbeat.entity.js';

it('has entities that match the tables', async () => {
  const database = await createTestDatabase();
  const entities = [DeadLetterEntity, ScheduleSlotEntity, SchedulerHeartbeatEntity, TaskEntity];
  const dataSource = new DataSource({ type: 'postgres', url: database.url, entities, installExtensions: false });
  await dataSource.initialize();
  expect(await schemaDrift(dataSource)).toEqual([]);
  await dataSource.destroy();
  await database.drop();
});
