import { Adoption } from './adoption.service.js';
import { EngagementPlanSchedule } from './engagement-plan.schedule.js';
import { EngagementAgent } from './engagement.agent.js';
import { LookedPeople } from './looked-people.service.js';
import { Looks } from './looks.service.js';
import { PlanAftermath } from './plan-aftermath.service.js';
import { PlanDesk } from './plan-desk.service.js';
import { PlanTerms } from './plan-terms.service.js';
import { PlanWords } from './plan-words.service.js';
import { PlannerNews } from './planner-news.service.js';
import { PlannerRun } from './planner-run.service.js';
import { Planner } from './planner.service.js';
import { SkipCounts } from './skip-counts.service.js';

export const PLANNER_PROVIDERS = [
  ...[Adoption, LookedPeople, Looks, PlanAftermath, PlanDesk, PlanTerms, PlanWords, Planner, PlannerNews],
  ...[PlannerRun, SkipCounts],
];

/** In the processes that work. */
export const PLANNER_AT_WORK = [EngagementAgent, EngagementPlanSchedule];
