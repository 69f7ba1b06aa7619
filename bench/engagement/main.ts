import { writeFile } from 'node:fs/promises';

import { AppError } from '#kernel';

import { createBenchDatabase } from '../bench-app.js';
import { openBenchEnvironment } from '../bench-environment.js';
import { SIMULATE_USAGE, simulateOptions } from './simulate-options.js';
import { Simulation } from './simulation.js';
import { simulationReport, violationsIn, type SimulationReport } from './simulation-report.js';

/** In its ninety days the United States, Europe, Chile, Australia and New Zealand change their clocks. */
const FROM = new Date('2026-02-20T00:00:00Z');

try {
  const { json, help, ...given } = simulateOptions(process.argv.slice(2));
  const text = help ? SIMULATE_USAGE : JSON.stringify(await simulated({ ...given, from: FROM }), null, 2);
  process.stdout.write(`${text}\n`);
  if (json && !help) await writeFile(json, `${text}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// What was opened is closed; a timer of some library is not waited for.
process.exit();

async function simulated(plan: Parameters<typeof Simulation.run>[1]): Promise<SimulationReport> {
  const environment = await openBenchEnvironment(1);
  try {
    const outcome = await Simulation.run(await createBenchDatabase(environment.databaseUrl), plan, (day) => {
      if (day % 10 === 0) process.stderr.write(`day ${day} of ${plan.days}\n`);
    });
    const report = simulationReport(plan, outcome);
    if (violationsIn(report) > 0) process.exitCode = 1;
    return report;
  } finally {
    await environment.close();
  }
}
