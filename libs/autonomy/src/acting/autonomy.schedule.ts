import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { AutonomyConfig } from '#config';
import { Clock } from '#kernel';

import { DueGroups } from './due-groups.service.js';
import { LostActs } from './lost-acts.service.js';

/** Looks at groups by the clock: each at least every ten minutes where something may be said, and sooner when time alone may change the answer. */
@Injectable()
export class AutonomySchedule {
  constructor(
    private readonly due: DueGroups,
    private readonly lost: LostActs,
    private readonly config: AutonomyConfig,
    private readonly clock: Clock,
  ) {}

  @Schedule({ id: 'autonomy_tick', name: 'Autonomy: look at the groups whose time has come', everyMs: 60_000 })
  async tick(): Promise<void> {
    try {
      await this.lost.end(this.clock.now());
    } finally {
      // One that cannot be ended keeps no group from being looked at.
      if (this.config.enabled) await this.due.call();
    }
  }
}
