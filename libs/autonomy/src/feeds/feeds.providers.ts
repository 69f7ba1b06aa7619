import { FeedDesk } from './feed-desk.service.js';
import { FeedDownload } from './feed-download.service.js';
import { FeedFetch } from './feed-fetch.service.js';
import { FeedItemEntity } from './feed-item.entity.js';
import { FeedItems } from './feed-items.service.js';
import { FeedLists } from './feed-lists.service.js';
import { FeedShelf } from './feed-shelf.service.js';
import { FeedEntity } from './feed.entity.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsSchedule } from './feeds.schedule.js';
import { SharedItemEntity } from './shared-item.entity.js';
import { SharedItems } from './shared-items.service.js';

export const FEEDS_ENTITIES = [FeedEntity, FeedItemEntity, SharedItemEntity];

export const FEEDS_PROVIDERS = [FeedDesk, FeedDownload, FeedFetch, FeedItems, FeedLists, FeedShelf, SharedItems];

/** What fetches, by the clock. */
export const FEEDS_AT_WORK = [FeedsSchedule];

export const FEEDS_CONTROLLERS = [FeedsController];
