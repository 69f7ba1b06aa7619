import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { isId } from '#kernel';

import { feedNotFound } from './feed.errors.js';
import type { FeedView } from './feed-view.js';

/** Finds feeds for the operator. */
@Injectable()
export class FeedLists {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, the latest first. */
  all(): Promise<readonly FeedView[]> {
    return this.dataSource.query<FeedView[]>(`${VIEW_SQL} ORDER BY feeds.id DESC`);
  }

  /** @throws AppError `autonomy.feed-not-found` */
  async one(id: string, manager: EntityManager = this.dataSource.manager): Promise<FeedView> {
    const [feed] = isId(id) ? await manager.query<FeedView[]>(`${VIEW_SQL} WHERE feeds.id = $1`, [id]) : [];
    if (!feed) throw feedNotFound();
    return feed;
  }
}

const VIEW_SQL = `
SELECT id, url, kind, title, chat_ids AS "chatIds", enabled, fetched_at AS "fetchedAt", next_fetch_at AS "nextFetchAt", error, failures,
  created_at AS "createdAt", (SELECT count(*)::integer FROM autonomy_feed_items WHERE feed_id = feeds.id) AS items
FROM autonomy_feeds AS feeds`;
