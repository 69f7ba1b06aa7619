import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import type { FeedItem } from './feed-item.js';

/** News that is older is none. A link that the operator listed does not age. */
const NEWS_MS = 14 * 86_400_000;

/** What there is to share in a group. */
@Injectable()
export class FeedShelf {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether something is there that this group has not heard of. */
  async has(manager: EntityManager, chatId: string): Promise<boolean> {
    return (await this.find(manager, chatId)).length > 0;
  }

  /** The newest that this group has not heard of. */
  async next(chatId: string): Promise<FeedItem | null> {
    const [item = null] = await this.find(this.dataSource.manager, chatId);
    return item;
  }

  private find(manager: EntityManager, chatId: string): Promise<FeedItem[]> {
    return manager.query<FeedItem[]>(NEXT_SQL, [chatId, new Date(this.clock.now().getTime() - NEWS_MS)]);
  }
}

/** One address in two feeds is one thing to tell. A feed that dates its items ahead gains nothing by it. */
const NEXT_SQL = `
SELECT items.id, items.title, items.url, summary, published_at AS "publishedAt"
FROM autonomy_feed_items AS items JOIN autonomy_feeds AS feeds ON feeds.id = feed_id
WHERE enabled AND (chat_ids = '{}' OR $1 = ANY(chat_ids))
  AND (kind = 'link' OR least(published_at, found_at) > $2)
  AND NOT EXISTS (
    SELECT FROM autonomy_shared_items AS shared JOIN autonomy_feed_items AS told ON told.id = shared.item_id
    WHERE shared.chat_id = $1 AND told.url = items.url)
ORDER BY least(published_at, found_at) DESC, items.id DESC LIMIT 1`;
