import { EngagementEvents } from './engagement-events.service.js';

export const EVENTS_PROVIDERS = [EngagementEvents];
