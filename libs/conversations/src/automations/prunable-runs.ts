import type { Prunable } from '#database';

/** What automations did, with whom they told: longer than any `no_answer` waits, lest it be done again. */
export const PRUNABLE_AUTOMATION_RUNS: Prunable = { table: 'automation_runs', where: 'finished_at < $1' };
