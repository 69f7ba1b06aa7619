import { RELATIONSHIP_POLICY } from './relationship-policy.js';
import type { Closeness, Standing } from './standing.js';
import { stageOf, type Stage } from './stage.js';

/** How two stand at some moment. */
export interface Present extends Closeness {
  readonly stage: Stage;
}

const DAY_MS = 86_400_000;

/**
 * What absence has left: after a week of grace each number sinks towards its roots, half of what is above them in its half-life. A function
 * of the time since the last word, so it is the same however often it is looked at.
 */
export function presentOf(standing: Standing, now: Date): Present {
  const { level, trust, intimacy, stage } = standing;
  if (!standing.lastInteractionAt) return { level, trust, intimacy, stage };
  const absent = (now.getTime() - standing.lastInteractionAt.getTime()) / DAY_MS - RELATIONSHIP_POLICY.graceDays;
  if (absent <= 0) return { level, trust, intimacy, stage };
  const left = (name: keyof Closeness): number => {
    const above = Math.max(0, standing[name] - standing.roots[name]);
    return standing[name] - above * (1 - 2 ** (-absent / RELATIONSHIP_POLICY[name].halfLifeDays));
  };
  const numbers = { level: left('level'), trust: left('trust'), intimacy: left('intimacy') };
  return { ...numbers, stage: stageOf(numbers, stage, standing.highSince, now) };
}
