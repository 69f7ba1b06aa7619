import { AppError } from '#kernel';

import type { RunningExperiment } from '../experiments/experiment.js';

/** What the variant of that key sets, by dimension; nothing when none is named. @throws AppError `engagement.variant-unknown` */
export function chosenVariant(
  running: readonly RunningExperiment[],
  key: string | undefined,
): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  for (const { dimension, variants } of running) {
    const variant = variants.find((each) => each.key === key);
    if (variant) return { [dimension]: variant.value };
  }
  throw new AppError('engagement.variant-unknown', 'No running experiment has such a variant.', { kind: 'invalid' });
}
