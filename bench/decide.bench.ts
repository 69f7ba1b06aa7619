import { busyGroups, bytesPerGroup, decisionsPerSecond } from './autonomy/engine-pace.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { median } from './paired.js';

const DECISIONS = 1_000_000;
const GOAL_PER_SECOND = 1_000_000;
const GOAL_BYTES = 1_024;

/** Decisions about groups on one core, and what a group takes in memory. */
export function decideBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bytes = bytesPerGroup();
  const states = busyGroups();
  decisionsPerSecond(states, DECISIONS);
  const runs = Array.from({ length: environment.pairs }, () => decisionsPerSecond(states, DECISIONS));
  const pace = median(runs);
  return Promise.resolve([
    {
      ...{ name: 'decide', ours: pace, limit: GOAL_PER_SECOND, unit: 'decisions/s', ratio: pace / GOAL_PER_SECOND },
      ...{ goal: '>= 1M/s', met: pace >= GOAL_PER_SECOND },
      note: 'in processor time of one core, no gate closed, all moods; the limit is the goal',
    },
    {
      ...{ name: 'decide (memory)', ours: bytes, limit: GOAL_BYTES, unit: 'bytes a group', ratio: bytes / GOAL_BYTES },
      ...{ goal: '<= 1 KiB', met: bytes <= GOAL_BYTES },
      note: 'with its objects; what is kept for a restart is smaller, and neither grows',
    },
  ]);
}
