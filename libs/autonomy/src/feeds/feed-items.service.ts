import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { newId } from '#kernel';
import { SafeHttp } from '#security';

import { isShareable } from './is-shareable.js';
import { publicLink } from './public-link.js';
import { MOST_ITEMS, type ToldItem } from './read-feed.js';

/** So long it is known what was shared, so that a feed that lists it again changes nothing. */
const KNOWN_MS = 60 * 86_400_000;

/** Keeps what feeds brought, as far as people could be told of it. */
@Injectable()
export class FeedItems {
  constructor(private readonly http: SafeHttp) {}

  /** In the transaction that holds the feed locked. Items that are known stay as they were first told. */
  async keep(manager: EntityManager, feedId: string, told: readonly ToldItem[], now: Date): Promise<void> {
    const items = told.flatMap((item) => {
      const url = publicLink(item.url, (link) => this.http.check(link));
      return url !== null && isShareable(item) ? { ...item, url } : [];
    });
    if (items.length > 0) {
      await manager.query(INSERT_SQL, [
        feedId,
        now,
        items.map(() => newId()).reverse(),
        items.map(({ key }) => key),
        items.map(({ title }) => title),
        items.map(({ url }) => url),
        items.map(({ summary }) => summary),
        items.map(({ publishedAt }) => publishedAt),
      ]);
    }
    await manager.query(PRUNE_SQL, [feedId, MOST_ITEMS, new Date(now.getTime() - KNOWN_MS)]);
  }
}

/** Given the newest first: the first one has the latest id, which decides between items of one time. */
const INSERT_SQL = `
INSERT INTO autonomy_feed_items (id, feed_id, key, title, url, summary, published_at, found_at)
SELECT id, $1, key, title, url, summary, published_at, $2
FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
  AS told (id, key, title, url, summary, published_at)
ON CONFLICT (feed_id, key) DO NOTHING`;

const PRUNE_SQL = `
DELETE FROM autonomy_feed_items AS items WHERE feed_id = $1
  AND id NOT IN (
    SELECT id FROM autonomy_feed_items WHERE feed_id = $1
    ORDER BY least(published_at, found_at) DESC, id DESC LIMIT $2)
  AND NOT EXISTS (SELECT FROM autonomy_shared_items WHERE item_id = items.id AND shared_at > $3)`;
