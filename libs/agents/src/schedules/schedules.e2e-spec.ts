import { Injectable } from '@nestjs/common';

import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, FakeClock, waitFor } from '#testing';

import { startAgents } from '../../testing/start-agents.js';
import { Schedule } from './schedule.decorator.js';
import { Schedules } from './schedules.service.js';

@Injectable()
class Nightly {
  runs = 0;

  @Schedule({ id: 'nightly', name: 'Every night', cron: '0 3 * * *', zone: 'Europe/Madrid' })
  work(): Promise<void> {
    this.runs += 1;
    return Promise.resolve();
  }
}

it('finds the schedules of a process, ticks, lists and triggers them', async () => {
  const database = await createTestDatabase();
  const clock = new FakeClock(new Date('2026-01-05T12:00:00Z'));
  const app = await startAgents({ databaseUrl: database.url, redisPrefix: newId(), clock, providers: [Nightly] });
  const schedules = app.get(Schedules);
  const nightly = app.get(Nightly);
  const state = { id: 'nightly', name: 'Every night', nextRun: new Date('2026-01-06T02:00:00Z') };
  expect(await schedules.list()).toEqual([{ ...state, lastRun: null }]);

  const begun = () => app.get(DataSource).query<unknown[]>(`SELECT 1 FROM schedule_slots WHERE reason = 'begins'`);
  await waitFor(async () => (await begun()).length === 1, { what: 'the first tick' });
  await schedules.settled();
  clock.advance(1_000);
  await schedules.trigger('nightly');
  expect(nightly.runs).toBe(1);
  expect(await schedules.list()).toEqual([{ ...state, lastRun: clock.now() }]);
  await expect(schedules.trigger('unknown')).rejects.toMatchObject({ code: 'schedule.not-found' });

  clock.set(new Date('2026-01-06T02:00:00Z'));
  await waitFor(() => nightly.runs === 2, { what: 'the tick at three' });
  await app.close();
  await database.drop();
});
