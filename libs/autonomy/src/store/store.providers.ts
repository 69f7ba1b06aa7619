import { AutonomyDecisionEntity } from './autonomy-decision.entity.js';
import { AutonomyGroupEntity } from './autonomy-group.entity.js';
import { DecisionRing } from './decision-ring.service.js';

export const STORE_PROVIDERS = [DecisionRing];

export const STORE_ENTITIES = [AutonomyDecisionEntity, AutonomyGroupEntity];
