import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';

import { Absorption } from './absorption.service.js';

/** Looks for what nobody has taken in. */
@Injectable()
export class AbsorptionSchedule {
  constructor(private readonly absorption: Absorption) {}

  @Schedule({ id: 'memory_sweep', name: 'Memory: what was said and not taken in', everyMs: 2 * 60_000 })
  async sweep(): Promise<void> {
    await this.absorption.sweep();
  }
}
