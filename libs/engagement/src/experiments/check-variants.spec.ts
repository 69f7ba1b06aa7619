import { checkVariants } from './check-variants.js';
import type { ExperimentDimension, ExperimentVariant } from './experiment.js';

const usual: ExperimentVariant = { key: 'a', weight: 1, value: 'usual', control: true };
const other = (value: string, key = 'b'): ExperimentVariant => ({ key, weight: 1, value });

describe('checkVariants', () => {
  it.each<[ExperimentDimension, ExperimentVariant[]]>([
    ['type', [usual, other('check_in')]],
    ['timing', [usual, other('evening'), other('morning', 'c')]],
    ['tone', [usual, other('playful')]],
    ['template', [usual, other('check_in.en.3')]],
  ])('takes %s', (dimension, variants) => {
    expect(() => checkVariants(dimension, variants)).not.toThrow();
  });

  it.each<[string, ExperimentDimension, ExperimentVariant[]]>([
    ['the same key twice', 'tone', [usual, other('playful', 'a')]],
    ['no control', 'tone', [{ ...usual, control: false }, other('playful')]],
    ['two controls', 'tone', [usual, { ...other('playful'), control: true }]],
    ['a type that there is none of', 'type', [usual, other('greeting')]],
    ['a time that nobody understands', 'timing', [usual, other('at night')]],
  ])('refuses %s', (_, dimension, variants) => {
    expect(() => checkVariants(dimension, variants)).toThrow('cannot be compared');
  });
});
