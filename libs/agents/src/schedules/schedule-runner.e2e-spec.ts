import { DataSource } from 'typeorm';

import { silentLogger } from '#telemetry';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { ScheduleRunner } from './schedule-runner.js';
import { ScheduleSlotEntity } from './schedule-slot.entity.js';
import type { ScheduleOptions } from './schedule-options.js';
import { SlotLedger } from './slot-ledger.service.js';

const MINUTE = 60_000;
const everyMinute = { id: 'minutely', name: 'Minutely', everyMs: MINUTE };

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    poolSize: 4,
    installExtensions: false,
    entities: [ScheduleSlotEntity],
  });
  await dataSource.initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

function newRunner(options: ScheduleOptions, clock: FakeClock, work: () => Promise<void>): ScheduleRunner {
  return new ScheduleRunner(options, work, new SlotLedger(dataSource, clock), clock, silentLogger);
}

const slotsIn = () => dataSource.getRepository(ScheduleSlotEntity).find({ order: { slot: 'ASC' } });

describe('a schedule', () => {
  it('runs once per slot: 4 processes, clocks 30 s apart, 1,000 slots', async () => {
    let runs = 0;
    const clocks = [0, 30_000, 60_000, 90_000].map((ahead) => new FakeClock(new Date(Date.UTC(2026, 0, 5) + ahead)));
    const runners = clocks.map((clock) => newRunner(everyMinute, clock, () => Promise.resolve(void (runs += 1))));
    await Promise.all(runners.map((runner) => runner.tick()));
    // Two steps a minute until the slowest clock has seen 1,000 slots from where the fastest one began.
    const first = clocks[3]!.now().getTime();
    const last = Math.floor(first / MINUTE) * MINUTE + 1_000 * MINUTE;
    const readings = clocks.map((clock) => () => clock.now().getTime() < last);
    while (readings[0]!()) {
      clocks.forEach(
        (clock, index) => readings[index]!() && clock.advance(Math.min(30_000, last - clock.now().getTime())),
      );
      await Promise.all(runners.map((runner) => runner.tick()));
    }
    const slots = (await slotsIn()).filter(({ outcome }) => outcome === 'run').map(({ slot }) => slot.getTime());
    expect(new Set(slots).size).toBe(runs);
    expect(slots.filter((slot) => slot > first)).toHaveLength(1_000);
    expect(runs).toBe(slots.length);
  }, 120_000);

  it('makes up for what it missed while nobody ran, and notes what is too old', async () => {
    const clock = new FakeClock();
    let runs = 0;
    const options = { ...everyMinute, catchUpMs: 2 * MINUTE };
    const work = () => Promise.resolve(void (runs += 1));
    await newRunner(options, clock, work).tick();
    clock.advance(5 * MINUTE);
    await newRunner(options, clock, work).tick();
    expect(runs).toBe(3);
    expect((await slotsIn()).map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      'skipped begins',
      'skipped missed',
      'skipped missed',
      'run null',
      'run null',
      'run null',
    ]);
  });

  it('notes a failure, and goes on', async () => {
    const clock = new FakeClock();
    const outcomes = [() => Promise.reject(new Error('canary')), () => Promise.resolve()];
    const runner = newRunner(everyMinute, clock, () => outcomes.shift()!());
    await runner.tick();
    for (let n = 0; n < 2; n += 1) {
      clock.advance(MINUTE);
      await runner.tick();
    }
    expect((await slotsIn()).map(({ reason }) => reason)).toEqual(['begins', 'agents.unexpected', null]);
  });

  it('runs when asked, and its slots come all the same', async () => {
    const clock = new FakeClock();
    let runs = 0;
    const runner = newRunner(everyMinute, clock, () => Promise.resolve(void (runs += 1)));
    await runner.tick();
    clock.advance(30_000);
    await runner.trigger();
    expect(runs).toBe(1);
    expect(await new SlotLedger(dataSource, clock).lastRun('minutely')).toEqual(clock.now());
    clock.advance(30_000);
    await newRunner(everyMinute, clock, () => Promise.resolve(void (runs += 1))).tick();
    expect(runs).toBe(2);
  });

  it('does not start a slot while the last one still runs here', async () => {
    const clock = new FakeClock();
    let finish = () => undefined as void;
    let runs = 0;
    const runner = newRunner(everyMinute, clock, () => {
      runs += 1;
      return new Promise((resolve) => (finish = resolve));
    });
    await runner.tick();
    clock.advance(MINUTE);
    const first = runner.tick();
    clock.advance(MINUTE);
    const second = runner.tick();
    while (runs === 0) await new Promise(setImmediate);
    finish();
    await Promise.all([first, second]);
    expect(runs).toBe(1);
  });

  it('forgets old slots, but never where it stands', async () => {
    const clock = new FakeClock();
    const work = () => Promise.resolve();
    const runner = newRunner(everyMinute, clock, work);
    await runner.tick();
    clock.advance(MINUTE);
    await runner.tick();
    clock.advance(365 * 24 * 60 * MINUTE);
    await new SlotLedger(dataSource, clock).prune('minutely');
    expect(await slotsIn()).toHaveLength(1);
  });
});
