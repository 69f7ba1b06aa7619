import type { ArmSums } from './arm-sums.js';
import { sequentialTest } from './sequential-test.js';

/** What opt-outs are normal: twice the control's, but no fewer than this. */
const NORMAL_SHARE = 0.02;
const FEWEST = 3;
/** Odds of 20 to 1: what an error of 5 % is for a test that is looked at all the time (Ville's inequality). */
const EVIDENCE = 20;
/** More than this is too many without any arithmetic. */
const MANY = 5;
const MANY_SHARE = 0.1;
/** The belief in what a harmful share may be: Beta(1, 9), 10 % on the average. */
const PRIOR = { a: 1, b: 9 };

export type Harm = { readonly stop: false } | { readonly stop: true; readonly reason: 'answers' | 'opt-outs' };

/** Does a variant do harm: fewer answers than the control, or more people who opt out? */
export function harmGuard(control: ArmSums, variant: ArmSums): Harm {
  if (tooManyOptOuts(control, variant)) return { stop: true, reason: 'opt-outs' };
  return sequentialTest(control, variant)?.decided === 'worse' ? { stop: true, reason: 'answers' } : { stop: false };
}

function tooManyOptOuts(control: ArmSums, { people, optOuts }: ArmSums): boolean {
  if (optOuts < FEWEST) return false;
  const normal = Math.min(0.5, Math.max(NORMAL_SHARE, control.people > 0 ? (2 * control.optOuts) / control.people : 0));
  const share = optOuts / people;
  if (share <= normal) return false;
  return (optOuts >= MANY && share > MANY_SHARE) || evidence(optOuts, people, normal) >= EVIDENCE;
}

/** How much likelier so many opt-outs are by the belief than by the normal share. */
function evidence(optOuts: number, people: number, normal: number): number {
  const others = people - optOuts;
  const believed = logBeta(optOuts + PRIOR.a, others + PRIOR.b) - logBeta(PRIOR.a, PRIOR.b);
  return Math.exp(believed - optOuts * Math.log(normal) - others * Math.log(1 - normal));
}

/** Of whole numbers from 1. */
function logBeta(a: number, b: number): number {
  return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
  return sum;
}
