import type { AbsorptionStep } from './absorption-step.js';

/** Everything that is done with what was said. */
export class AbsorptionSteps {
  constructor(readonly all: readonly AbsorptionStep[]) {}
}
