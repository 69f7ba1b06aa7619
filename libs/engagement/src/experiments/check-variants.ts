import { ENGAGEMENT_TYPES } from '../planning/engagement-type.js';
import { wrongVariants } from './experiment.errors.js';
import type { ExperimentDimension, ExperimentVariant } from './experiment.js';
import { USUAL } from './usual.js';

/** @throws AppError `engagement.wrong-variants` for variants that cannot be compared, or that nothing understands */
export function checkVariants(dimension: ExperimentDimension, variants: readonly ExperimentVariant[]): void {
  if (new Set(variants.map(({ key }) => key)).size < variants.length) throw wrongVariants('two have the same key');
  if (variants.filter(({ control }) => control).length !== 1) throw wrongVariants('exactly one must be the control');
  const strange = variants.find(({ value }) => value !== USUAL && !understands(dimension, value));
  if (strange) throw wrongVariants(`the value of ${strange.key} means nothing for ${dimension}`);
}

function understands(dimension: ExperimentDimension, value: string): boolean {
  switch (dimension) {
    case 'type':
      return (ENGAGEMENT_TYPES as readonly string[]).includes(value);
    case 'timing':
      return ['learned', 'morning', 'evening'].includes(value);
    case 'tone':
    case 'template':
      return value.trim() !== '';
  }
}
