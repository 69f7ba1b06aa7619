import { createTestDatabase, type TestDatabase } from '#testing';

import { Simulation } from './simulation.js';
import { simulationReport, violationsIn, type SimulationReport } from './simulation-report.js';

/** Europe changes its clocks on the third day. */
const PLAN = { from: new Date('2026-03-27T00:00:00Z'), days: 5, contacts: 30, seed: 2 };

describe('a simulation of some days', () => {
  let database: TestDatabase;
  let report: SimulationReport;

  beforeAll(async () => {
    database = await createTestDatabase();
    report = simulationReport(PLAN, await Simulation.run(database.url, PLAN));
  }, 180_000);

  afterAll(async () => {
    await database.drop();
  });

  it('writes to people, and breaks nothing that was promised', () => {
    expect(report.sent).toBeGreaterThan(10);
    expect(violationsIn(report)).toBe(0);
    expect(report.answered_share).toBeGreaterThan(0);
  });

  it('tells how a timer that draws lots would have fared', () => {
    const { random_timer: blind, random_timer_awake: awake } = report.compared;
    expect(blind.outside_quiet_hours_violations).toBeGreaterThan(0);
    expect(awake.outside_quiet_hours_violations).toBe(0);
  });
});
