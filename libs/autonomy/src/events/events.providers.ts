import { AutonomyEvents } from './autonomy-events.service.js';
import { AutonomyMetrics } from './autonomy-metrics.service.js';

export const EVENTS_PROVIDERS = [AutonomyEvents, AutonomyMetrics];
