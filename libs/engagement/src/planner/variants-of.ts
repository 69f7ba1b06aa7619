import type { RunningExperiment } from '../experiments/experiment.js';
import { butUsual } from '../experiments/usual.js';
import { variantOf } from '../experiments/variant-of.js';
import type { ExperimentVariants } from '../store/engagement.js';

/** The variants that a person is in. */
export interface PersonVariants {
  /** What each sets its dimension to, without those that change nothing. */
  readonly values: Readonly<Record<string, string>>;
  /** Which variant of which experiment; null when none runs. */
  readonly experiment: ExperimentVariants | null;
}

export function variantsOf(running: readonly RunningExperiment[], contactId: string): PersonVariants {
  if (running.length === 0) return { values: {}, experiment: null };
  const chosen = running.map(({ id, dimension, variants }) => {
    const key = variantOf({ id, variants }, contactId);
    return { id, dimension, key, value: variants.find((variant) => variant.key === key)?.value ?? '' };
  });
  return {
    values: butUsual(Object.fromEntries(chosen.map(({ dimension, value }) => [dimension, value]))),
    experiment: Object.fromEntries(chosen.map(({ id, key }) => [id, key])),
  };
}
