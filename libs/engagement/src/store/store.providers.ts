import { AvoidedTopicEntity } from './avoided-topic.entity.js';
import { EngagementUpkeepSchedule } from './engagement-upkeep.schedule.js';
import { EngagementList } from './engagement-list.service.js';
import { EngagementPersonEntity } from './engagement-person.entity.js';
import { EngagementSkipEntity } from './engagement-skip.entity.js';
import { EngagementWishEntity } from './engagement-wish.entity.js';
import { EngagementWords } from './engagement-words.service.js';
import { EngagementEntity } from './engagement.entity.js';
import { Engagements } from './engagements.service.js';

export const STORE_PROVIDERS = [EngagementList, EngagementWords, Engagements];

export const STORE_ENTITIES = [
  AvoidedTopicEntity,
  EngagementEntity,
  EngagementPersonEntity,
  EngagementSkipEntity,
  EngagementWishEntity,
];

/** In the processes that work. */
export const STORE_AT_WORK = [EngagementUpkeepSchedule];
