import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, newId } from '#kernel';
import { SafeHttp } from '#security';

import { AutonomyAudit } from '../settings/autonomy-audit.service.js';
import type { FeedKind } from './feed.entity.js';
import { feedExists, feedNotFound, linkRefused, linkWithoutTitle, tooManyFeeds } from './feed.errors.js';
import { FeedLists } from './feed-lists.service.js';
import type { FeedView } from './feed-view.js';
import { plainWords } from './plain-words.js';
import { publicLink } from './public-link.js';

const MOST_FEEDS = 100;

export interface NewFeed {
  readonly url: string;
  readonly kind: FeedKind;
  /** Null takes the feed's own. */
  readonly title: string | null;
  /** Groups that it is for, by their chats; none: all. */
  readonly chatIds: readonly string[];
}

/** Only what is said. */
export interface FeedChange {
  readonly title?: string | null;
  readonly chatIds?: readonly string[];
  /** True begins anew, whatever failed before. */
  readonly enabled?: boolean;
}

/** Lists feeds, changes and removes them. */
@Injectable()
export class FeedDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly lists: FeedLists,
    private readonly http: SafeHttp,
    private readonly audit: AutonomyAudit,
    private readonly clock: Clock,
  ) {}

  /**
   * It is fetched within five minutes.
   * @throws AppError `outbound.refused`, `autonomy.feed-exists`, `.too-many-feeds`, and of a link `.link-refused` or `.link-without-title`
   */
  add(feed: NewFeed, principal: string): Promise<FeedView> {
    const url = this.addressOf(feed);
    return this.transactions.run(async (manager) => {
      // One at a time: the limit holds.
      await manager.query('LOCK TABLE autonomy_feeds IN SHARE ROW EXCLUSIVE MODE');
      const [count] = await manager.query<[{ feeds: number }]>(COUNT_SQL);
      if (count.feeds >= MOST_FEEDS) throw tooManyFeeds(MOST_FEEDS);
      const [id, now] = [newId(), this.clock.now()];
      const title = feed.title && plainWords(feed.title);
      const next = feed.kind === 'feed' ? now : null;
      const added = await manager.query<object[]>(INSERT_SQL, [id, url, feed.kind, title, feed.chatIds, next, now]);
      if (added.length === 0) throw feedExists();
      if (feed.kind === 'link') await this.setItem(manager, { id, url, title }, now);
      await this.audit.note(manager, {
        ...{ principal, action: 'feed.added', subject: id },
        detail: { kind: feed.kind, groups: feed.chatIds.length },
      });
      return this.lists.one(id, manager);
    });
  }

  /** @throws AppError `autonomy.feed-not-found`, `autonomy.link-without-title` */
  change(id: string, change: FeedChange, principal: string): Promise<FeedView> {
    return this.transactions.run(async (manager) => {
      const before = await this.lock(manager, id);
      const now = this.clock.now();
      const title = change.title === undefined ? before.title : change.title && plainWords(change.title);
      const { chatIds = before.chatIds, enabled = before.enabled } = change;
      await manager.query(CHANGE_SQL, [before.id, title, chatIds, enabled]);
      if (change.enabled === true) await manager.query(BEGIN_ANEW_SQL, [before.id, now]);
      if (before.kind === 'link') await this.setItem(manager, { ...before, title }, now);
      await this.audit.note(manager, {
        ...{ principal, action: 'feed.changed', subject: before.id },
        detail: { enabled, groups: chatIds.length },
      });
      return this.lists.one(before.id, manager);
    });
  }

  /** With all that it brought. @throws AppError `autonomy.feed-not-found` */
  async remove(id: string, principal: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const feed = await this.lock(manager, id);
      await manager.query('DELETE FROM autonomy_feeds WHERE id = $1', [feed.id]);
      await this.audit.note(manager, { principal, action: 'feed.removed', subject: feed.id });
    });
  }

  private addressOf({ url, kind, title }: NewFeed): string {
    this.http.check(url);
    if (kind === 'feed') return new URL(url).href;
    if (title === null || plainWords(title) === null) throw linkWithoutTitle();
    const link = publicLink(url, (one) => this.http.check(one));
    if (link === null) throw linkRefused();
    return link;
  }

  private async lock(manager: EntityManager, id: string): Promise<FeedView> {
    const feed = await this.lists.one(id, manager);
    const [there] = await manager.query<object[]>('SELECT 1 FROM autonomy_feeds WHERE id = $1 FOR UPDATE', [feed.id]);
    if (!there) throw feedNotFound();
    return this.lists.one(feed.id, manager);
  }

  /** A link is its own only item. */
  private async setItem(
    manager: EntityManager,
    { id, url, title }: Pick<FeedView, 'id' | 'url' | 'title'>,
    now: Date,
  ): Promise<void> {
    if (title === null) throw linkWithoutTitle();
    const key = createHash('sha256').update(url).digest('hex');
    await manager.query(ITEM_SQL, [newId(), id, key, title, url, now]);
  }
}

const COUNT_SQL = 'SELECT count(*)::integer AS feeds FROM autonomy_feeds';

const INSERT_SQL = `
INSERT INTO autonomy_feeds (id, url, kind, title, chat_ids, next_fetch_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (url) DO NOTHING RETURNING id`;

/** A feed tells what it is called only where it is asked for all of it. */
const CHANGE_SQL = `
UPDATE autonomy_feeds SET title = $2::text, chat_ids = $3, enabled = $4,
  etag = CASE WHEN $2::text IS NOT NULL THEN etag END, last_modified = CASE WHEN $2::text IS NOT NULL THEN last_modified END
WHERE id = $1`;

const BEGIN_ANEW_SQL = `
UPDATE autonomy_feeds SET failures = 0, error = NULL, next_fetch_at = CASE kind WHEN 'feed' THEN $2::timestamptz END WHERE id = $1`;

const ITEM_SQL = `
INSERT INTO autonomy_feed_items (id, feed_id, key, title, url, found_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (feed_id, key) DO UPDATE SET title = excluded.title`;
