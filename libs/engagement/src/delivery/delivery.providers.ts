import { AnsweredPeople } from './answered-people.service.js';
import { BrakeNews } from './brake-news.service.js';
import { DeliveryNews } from './delivery-news.service.js';
import { EngagementDeliverySchedule } from './delivery.schedule.js';
import { Delivery } from './delivery.service.js';
import { DueDelivery } from './due-delivery.service.js';
import { HandOver } from './hand-over.service.js';
import { HandedPlans } from './handed-plans.service.js';
import { Outcomes } from './outcomes.service.js';
import { PlanDelivery } from './plan-delivery.service.js';
import { Settlement } from './settlement.service.js';
import { Withdrawals } from './withdrawals.service.js';

/** From a plan that is due to what its person made of it. */
export const DELIVERY_PROVIDERS = [
  ...[AnsweredPeople, BrakeNews, Delivery, DeliveryNews, DueDelivery, HandOver, HandedPlans, Outcomes, PlanDelivery],
  ...[Settlement, Withdrawals],
];

/** In the processes that work. */
export const DELIVERY_AT_WORK = [EngagementDeliverySchedule];
