import type { FeedEntity } from './feed.entity.js';

/** A feed as operators see it. */
export interface FeedView extends Omit<FeedEntity, 'etag' | 'lastModified'> {
  /** Things that are kept of it. */
  readonly items: number;
}
