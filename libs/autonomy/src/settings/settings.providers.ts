import { AutonomyAuditEntity } from './autonomy-audit.entity.js';
import { AutonomyAudit } from './autonomy-audit.service.js';
import { ChangedGroups } from './changed-groups.service.js';
import { CurrentMoods } from './current-moods.service.js';
import { DecisionList } from './decision-list.service.js';
import { GroupList } from './group-list.service.js';
import { GroupSettings } from './group-settings.service.js';

export const SETTINGS_PROVIDERS = [AutonomyAudit, ChangedGroups, CurrentMoods, DecisionList, GroupList, GroupSettings];

export const SETTINGS_ENTITIES = [AutonomyAuditEntity];
