import { PatternsSchedule } from './patterns.schedule.js';
import { SharedPatternEntity } from './shared-pattern.entity.js';
import { SharedPatterns } from './shared-patterns.service.js';

export const PATTERNS_ENTITIES = [SharedPatternEntity];

export const PATTERNS_PROVIDERS = [SharedPatterns];

/** What averages, by the clock. */
export const PATTERNS_AT_WORK = [PatternsSchedule];
