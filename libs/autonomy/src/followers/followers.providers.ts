import { AutonomyFollowers } from './autonomy-followers.service.js';

/** What must happen here when contacts are merged and all that was said is removed. */
export const FOLLOWERS_PROVIDERS = [AutonomyFollowers];
