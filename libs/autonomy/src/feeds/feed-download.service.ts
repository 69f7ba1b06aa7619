import type { IncomingHttpHeaders } from 'node:http';

import { Injectable } from '@nestjs/common';

import { SafeHttp } from '#security';

import { feedAnswered } from './feed.errors.js';
import { readFeed, type ReadFeed } from './read-feed.js';

const LARGEST = 1_024 * 1_024;
/** What is sent back as it came. */
const MARK = /^[\x21-\x7e][\x20-\x7e]{0,499}$/u;

/** Where a feed is, and what it said of itself the last time. */
export interface FeedPlace {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface DownloadedFeed extends Pick<FeedPlace, 'etag' | 'lastModified'> {
  /** Null: nothing has changed. */
  readonly feed: ReadFeed | null;
}

/** Brings feeds in. */
@Injectable()
export class FeedDownload {
  constructor(private readonly http: SafeHttp) {}

  /** @throws AppError `outbound.*`, `autonomy.feed-answered` or `autonomy.feed-unreadable` */
  async get({ url, etag, lastModified }: FeedPlace): Promise<DownloadedFeed> {
    const { status, headers, body } = await this.http.send({
      url,
      method: 'GET',
      maxBytes: LARGEST,
      headers: {
        accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5',
        ...(etag !== null && { 'if-none-match': etag }),
        ...(lastModified !== null && { 'if-modified-since': lastModified }),
      },
    });
    if (status === 304) return { feed: null, etag, lastModified };
    if (status !== 200) throw feedAnswered(status);
    return { feed: readFeed(body, headers['content-type']), ...marksOf(headers) };
  }
}

function marksOf(headers: IncomingHttpHeaders): Pick<FeedPlace, 'etag' | 'lastModified'> {
  return { etag: mark(headers.etag), lastModified: mark(headers['last-modified']) };
}

function mark(value: string | undefined): string | null {
  return value !== undefined && MARK.test(value) ? value : null;
}
