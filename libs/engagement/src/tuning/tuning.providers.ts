import { AuditEntity } from './audit.entity.js';
import { Audit } from './audit.service.js';
import { ConfigVersionEntity } from './config-version.entity.js';
import { ConfigVersions } from './config-versions.service.js';
import { EngagementLog } from './engagement-log.service.js';
import { EngagementPolicies } from './engagement-policies.service.js';
import { TuningController } from './tuning.controller.js';

export const TUNING_PROVIDERS = [Audit, ConfigVersions, EngagementLog, EngagementPolicies];

export const TUNING_ENTITIES = [AuditEntity, ConfigVersionEntity];

export const TUNING_CONTROLLERS = [TuningController];
