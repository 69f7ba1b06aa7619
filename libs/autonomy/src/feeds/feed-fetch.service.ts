import { Injectable } from '@nestjs/common';

import { AutonomyConfig } from '#config';
import { Transactions } from '#database';
import { AppError, Clock, isId } from '#kernel';

import { afterFailure } from './back-off.js';
import { FeedDownload, type DownloadedFeed, type FeedPlace } from './feed-download.service.js';
import { FeedItems } from './feed-items.service.js';
import { feedIsLink, feedNotFound, feedUnreadable } from './feed.errors.js';
import type { FeedKind } from './feed.entity.js';

/** At a time; the others follow five minutes later. */
const MOST_AT_ONCE = 20;

export interface FetchReport {
  readonly fetched: number;
  readonly failed: number;
}

/** Looks at feeds and keeps what is new in them. Nobody holds a feed while its server answers; of two looks at once the later one counts. */
@Injectable()
export class FeedFetch {
  constructor(
    private readonly transactions: Transactions,
    private readonly download: FeedDownload,
    private readonly items: FeedItems,
    private readonly config: AutonomyConfig,
    private readonly clock: Clock,
  ) {}

  /** Those that are due. One that fails is told in its row, and the others go on. */
  async run(signal?: AbortSignal): Promise<FetchReport> {
    const due = await this.read<DueFeed>(DUE_SQL, [this.clock.now(), MOST_AT_ONCE]);
    let failed = 0;
    for (const feed of due) {
      signal?.throwIfAborted();
      if (!(await this.look(feed))) failed += 1;
    }
    return { fetched: due.length - failed, failed };
  }

  /** This one, now; what came of it stands in its row. @throws AppError `autonomy.feed-not-found` or `autonomy.feed-is-link` */
  async fetch(id: string): Promise<void> {
    const [feed] = isId(id) ? await this.read<DueFeed & { kind: FeedKind }>(ONE_SQL, [id]) : [];
    if (!feed) throw feedNotFound();
    if (feed.kind === 'link') throw feedIsLink();
    await this.look(feed);
  }

  private read<T>(sql: string, values: readonly unknown[]): Promise<T[]> {
    return this.transactions.run((manager) => manager.query<T[]>(sql, [...values]));
  }

  private async look(feed: DueFeed): Promise<boolean> {
    const answer = await this.answerOf(feed);
    if (answer instanceof AppError) await this.failed(feed.id, answer);
    else await this.succeeded(feed.id, answer);
    return !(answer instanceof AppError);
  }

  private async answerOf(feed: DueFeed): Promise<DownloadedFeed | AppError> {
    try {
      return await this.download.get(feed);
    } catch (error) {
      // What a stranger's file does to a parser must not keep the others waiting.
      return error instanceof AppError ? error : feedUnreadable();
    }
  }

  private succeeded(id: string, { feed, etag, lastModified }: DownloadedFeed): Promise<void> {
    return this.transactions.run(async (manager) => {
      const now = this.clock.now();
      const [there] = await manager.query<object[]>(LOCK_SQL, [id]);
      if (!there) return;
      if (feed) await this.items.keep(manager, id, feed.items, now);
      const next = new Date(now.getTime() + this.config.feedMinutes * 60_000);
      await manager.query(SUCCEEDED_SQL, [id, feed?.title ?? null, etag, lastModified, now, next]);
    });
  }

  private failed(id: string, { message }: AppError): Promise<void> {
    return this.transactions.run(async (manager) => {
      const [feed] = await manager.query<{ failures: number }[]>(LOCK_SQL, [id]);
      if (!feed) return;
      const { failures, nextFetchAt, enabled } = afterFailure(feed.failures, this.clock.now());
      await manager.query(FAILED_SQL, [id, message, failures, nextFetchAt, enabled]);
    });
  }
}

interface DueFeed extends FeedPlace {
  readonly id: string;
}

const SELECT_SQL = 'SELECT id, url, kind, etag, last_modified AS "lastModified" FROM autonomy_feeds';

const DUE_SQL = `${SELECT_SQL} WHERE enabled AND next_fetch_at <= $1 ORDER BY next_fetch_at, id LIMIT $2`;

const ONE_SQL = `${SELECT_SQL} WHERE id = $1`;

const LOCK_SQL = 'SELECT failures FROM autonomy_feeds WHERE id = $1 FOR UPDATE';

const SUCCEEDED_SQL = `
UPDATE autonomy_feeds SET title = coalesce(title, $2), etag = $3, last_modified = $4, fetched_at = $5, next_fetch_at = $6,
  error = NULL, failures = 0
WHERE id = $1`;

const FAILED_SQL = `
UPDATE autonomy_feeds SET error = $2, failures = $3, next_fetch_at = $4, enabled = enabled AND $5 WHERE id = $1`;
