import { meanOf, type ArmSums } from './arm-sums.js';

/** Fewer people than this tell nothing. */
const LEAST_PEOPLE = 20;

/** What a look at two arms tells, at whatever time one looks. */
export interface TestResult {
  /** Of the variant's answered share from the control's, with the interval that holds the truth at any look (1 - alpha). */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  readonly decided: 'better' | 'worse' | null;
}

/**
 * Compares a variant with the control as often as one likes: the mixture sequential probability ratio test, in its normal approximation (Robbins
 * 1970; Johari, Koomen, Pekelis, Walsh 2022, "Always valid inference"). `tau` is the size of effect that is looked for.
 */
export function sequentialTest(
  control: ArmSums,
  variant: ArmSums,
  { alpha = 0.05, tau = 0.1 }: { readonly alpha?: number; readonly tau?: number } = {},
): TestResult | null {
  if (Math.min(control.people, variant.people) < LEAST_PEOPLE) return null;
  const [one, other] = [meanOf(control), meanOf(variant)];
  const difference = other.mean - one.mean;
  const v = one.variance + other.variance;
  const t = tau ** 2;
  const likelihood = Math.sqrt(v / (v + t)) * Math.exp((difference ** 2 * t) / (2 * v * (v + t)));
  const radius = Math.sqrt(((2 * v * (v + t)) / t) * (Math.log(1 / alpha) + Math.log((v + t) / v) / 2));
  const [low, high] = [difference - radius, difference + radius];
  const decided = low > 0 ? 'better' : high < 0 ? 'worse' : null;
  return { difference, low, high, pValue: Math.min(1, 1 / likelihood), decided };
}
