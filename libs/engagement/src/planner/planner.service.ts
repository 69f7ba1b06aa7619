import { Injectable } from '@nestjs/common';

import type { EngagementType } from '../planning/engagement-type.js';
import { PlanDesk, type PlanOptions, type PlanOutcome } from './plan-desk.service.js';
import type { PlannerReport } from './planner-report.js';
import { PlannerRun } from './planner-run.service.js';

/** Looks at people, and plans to write to those it suits. Any number of planners may do so at once. */
@Injectable()
export class Planner {
  constructor(
    private readonly runs: PlannerRun,
    private readonly desk: PlanDesk,
  ) {}

  /** All whose time it is, until nobody is left or `signal` says that it is enough. */
  run(signal?: AbortSignal): Promise<PlannerReport> {
    return this.runs.run(signal);
  }

  /** One person, because an operator wants it. Every rule and every cap holds. */
  planFor(contactId: string, type?: EngagementType, options?: PlanOptions): Promise<PlanOutcome> {
    return this.desk.planFor(contactId, type, options);
  }
}
