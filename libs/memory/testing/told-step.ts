import { AbsorptionStep, type AbsorbedStretch, type AbsorptionWrites } from '../src/absorb/absorption-step.js';

/** A step that remembers what it was told, and what of it was written. */
export class ToldStep extends AbsorptionStep {
  readonly told: string[] = [];
  readonly written: string[] = [];
  isDue = (): boolean => true;
  onAbsorb: (stretch: AbsorbedStretch) => Promise<void> | void = () => undefined;

  constructor(
    readonly name = 'told',
    readonly batchSize = 10,
  ) {
    super();
  }

  async absorb(stretch: AbsorbedStretch): Promise<AbsorptionWrites> {
    const texts = stretch.messages.map(({ text }) => text);
    this.told.push(...texts);
    await this.onAbsorb(stretch);
    return () => {
      this.written.push(...texts);
      return Promise.resolve();
    };
  }
}
