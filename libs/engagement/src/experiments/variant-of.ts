import { seeded } from '../planning/seeded.js';
import type { ExperimentVariant } from './experiment.js';

/** The variant of an experiment that a person is in: always the same, and independent of theirs in other experiments. */
export function variantOf(
  experiment: { readonly id: string; readonly variants: readonly ExperimentVariant[] },
  contactId: string,
): string {
  const { id, variants } = experiment;
  const sum = variants.reduce((weights, { weight }) => weights + weight, 0);
  let left = seeded(`${id}:${contactId}`) * sum;
  const chosen = variants.find(({ weight }) => (left -= weight) < 0) ?? variants.at(-1);
  return chosen?.key ?? '';
}
