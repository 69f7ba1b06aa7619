import { randomTimer, type TimerOutcome, type TimerPlan } from './random-timer.js';
import type { SimulationOutcome, SimulationPlan } from './simulation.js';
import { violationsOf, type Violations } from './violations.js';

/** The settings as they are by default. */
const CAPS = { minIntervalHours: 2, maxPerDay: 3 };
const QUIET = { from: 21 * 60, until: 9 * 60 };
const DAY_MS = 86_400_000;

export interface SimulationReport extends Violations {
  readonly seed: number;
  readonly days: number;
  readonly from: string;
  readonly contacts: number;
  readonly sent: number;
  /** Within a day. */
  readonly answered_share: number;
  /** People who said STOP. */
  readonly stops: number;
  /** The same people, written to as often, at moments drawn by lot. */
  readonly compared: { readonly random_timer: TimerOutcome; readonly random_timer_awake: TimerOutcome };
  readonly looks: number;
  readonly planned: number;
  /** What a simulation does without: a commit that a crash outlives. */
  readonly synchronous_commit: 'off';
  readonly seconds: number;
  /** Of the processor, the database's not counted. */
  readonly cpu_seconds: number;
  readonly seconds_by_part: Readonly<Record<string, number>>;
}

/** Counts, from what arrived at people's phones and what they had said. */
export function simulationReport(plan: SimulationPlan, outcome: SimulationOutcome): SimulationReport {
  const { residents, engagementOf, stopwatch } = outcome;
  const ledgers = residents.map(({ person, arrivals, quiet, stoppedAt }) => ({
    ...{ zone: person.home.zone, quiet, stoppedAt },
    arrivals: arrivals.map((arrival) => ({ ...arrival, engagementId: engagementOf.get(arrival.id) ?? arrival.id })),
  }));
  const counted = violationsOf(ledgers, CAPS);
  const sent = residents.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  const answered = residents.reduce((sum, resident) => sum + resident.answered, 0);
  return {
    ...{ seed: plan.seed, days: plan.days, from: plan.from.toISOString(), contacts: plan.contacts },
    ...{ sent, answered_share: sent === 0 ? 0 : answered / sent },
    ...counted,
    cap_violations: counted.cap_violations + outcome.pendingViolations,
    stops: residents.filter(({ stoppedAt }) => stoppedAt).length,
    compared: comparedWith(plan, outcome),
    ...{ looks: stopwatch.counted('looks'), planned: stopwatch.counted('planned') },
    synchronous_commit: 'off',
    ...{ seconds: stopwatch.total(), cpu_seconds: stopwatch.cpu(), seconds_by_part: stopwatch.parts() },
  };
}

/** How many times something happened that must never be. */
export function violationsIn(report: Violations): number {
  return (
    report.outside_quiet_hours_violations + report.cap_violations + report.sent_after_stop + report.duplicate_sends
  );
}

function comparedWith(plan: SimulationPlan, { residents }: SimulationOutcome): SimulationReport['compared'] {
  const timer: TimerPlan = {
    ...{ seed: plan.seed, from: plan.from, until: new Date(plan.from.getTime() + plan.days * DAY_MS) },
    messages: residents.map(({ person, arrivals }) => ({ person: person.index, count: arrivals.length })),
    ...{ quiet: QUIET, caps: CAPS, keepsQuietHours: false },
  };
  return { random_timer: randomTimer(timer), random_timer_awake: randomTimer({ ...timer, keepsQuietHours: true }) };
}
