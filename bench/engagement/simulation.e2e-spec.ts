import { createTestDatabase, type TestDatabase } from '#testing';

import { Simulation } from './simulation.js';
import { simulationReport, violationsIn, type SimulationReport } from './simulation-report.js';

/** Europe changes its clocks on the third day. */
const PLAN = { from: new Date('2026-03-27T00:00:00Z'), days: 8, contacts: 40, seed: 2 };

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
    expect(report.sent).toBeGreaterThan(20);
    expect(violationsIn(report)).toBe(0);
    expect(report.max_per_contact_per_day).toBeGreaterThan(0);
  });

  it('is answered more than a timer that draws lots', () => {
    expect(report.answered_share).toBeGreaterThan(report.compared.random_timer.answered_share);
    expect(report.compared.random_timer.outside_quiet_hours_violations).toBeGreaterThan(0);
  });
});
