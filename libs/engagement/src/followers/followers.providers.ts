import { EndedPlans } from './ended-plans.service.js';
import { EngagementMerges } from './engagement-merges.service.js';
import { ErasedPeople } from './erased-people.service.js';
import { ForgottenPlans } from './forgotten-plans.service.js';

/** What must happen with plans and wishes when contacts are merged and memories are forgotten. */
export const FOLLOWERS_PROVIDERS = [EndedPlans, EngagementMerges, ErasedPeople, ForgottenPlans];
