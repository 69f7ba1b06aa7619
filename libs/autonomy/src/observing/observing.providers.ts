import { GroupNews } from './group-news.service.js';
import { MemberIds } from './member-ids.service.js';
import { WordTokens } from './word-tokens.service.js';

/** What the engine is told of a group, read from the tables. */
export const OBSERVING_PROVIDERS = [GroupNews, MemberIds, WordTokens];
