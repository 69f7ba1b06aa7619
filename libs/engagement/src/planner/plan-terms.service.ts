import { Injectable } from '@nestjs/common';

import type { RunningExperiment } from '../experiments/experiment.js';
import { Experiments } from '../experiments/experiments.service.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

/** What holds for everybody while it is planned. */
export interface Terms {
  readonly policy: EngagementPolicy;
  readonly running: readonly RunningExperiment[];
}

/** Reads what holds for everybody. */
@Injectable()
export class PlanTerms {
  constructor(
    private readonly policies: EngagementPolicies,
    private readonly experiments: Experiments,
  ) {}

  async current(): Promise<Terms> {
    const { policy } = await this.policies.current();
    return { policy, running: await this.experiments.running() };
  }
}
