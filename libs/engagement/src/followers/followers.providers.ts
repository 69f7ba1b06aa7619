import { EngagementMerges } from './engagement-merges.service.js';
import { ForgottenPlans } from './forgotten-plans.service.js';

/** What must happen with plans and wishes when contacts are merged and memories are forgotten. */
export const FOLLOWERS_PROVIDERS = [EngagementMerges, ForgottenPlans];
