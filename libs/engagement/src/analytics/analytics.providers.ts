import { AnalyticsController } from './analytics.controller.js';
import { EngagementAnalytics } from './analytics.service.js';

export const ANALYTICS_PROVIDERS = [EngagementAnalytics];

export const ANALYTICS_CONTROLLERS = [AnalyticsController];
