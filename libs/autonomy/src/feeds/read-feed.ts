import { createHash } from 'node:crypto';

import { parseFeed } from '@rowanmanning/feed-parser';

import { feedUnreadable } from './feed.errors.js';
import { plainWords } from './plain-words.js';

/** The newest are taken; a feed may list years. */
export const MOST_ITEMS = 50;
/** Of an item's name for itself. */
const LONGEST_ID = 2_000;
const DECLARED = /^[^>]{0,100}?encoding=["']([\w.:-]{1,40})["']/u;

/** An item as its feed tells it, its address unchecked. */
export interface ToldItem {
  /** SHA-256, in hex, of its id in the feed, or of its address. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly summary: string | null;
  readonly publishedAt: Date | null;
}

export interface ReadFeed {
  readonly title: string | null;
  /** The newest first, at most 50; what has neither title nor address is not among them. */
  readonly items: readonly ToldItem[];
}

/** Reads RSS and Atom of any age. @throws AppError `autonomy.feed-unreadable` */
export function readFeed(body: Buffer, contentType = ''): ReadFeed {
  const text = textOf(body, contentType);
  // Own entities make small files large, and no feed needs them.
  if (/<!ENTITY/iu.test(text)) throw feedUnreadable();
  try {
    const feed = parseFeed(text);
    const items = feed.items.flatMap((item) => told(item)).sort((one, other) => timeOf(other) - timeOf(one));
    return { title: plainWords(feed.title), items: eachOnce(items).slice(0, MOST_ITEMS) };
  } catch {
    throw feedUnreadable();
  }
}

type ParsedItem = ReturnType<typeof parseFeed>['items'][number];

function told(item: ParsedItem): ToldItem[] {
  const { id, url } = item;
  const title = plainWords(item.title);
  if (title === null || url === null) return [];
  const key = createHash('sha256')
    .update((id ?? url).slice(0, LONGEST_ID))
    .digest('hex');
  const publishedAt = dateOf(item.published ?? item.updated);
  return [{ key, title, url, summary: plainWords(item.description), publishedAt }];
}

function eachOnce(items: readonly ToldItem[]): ToldItem[] {
  return [...new Map(items.toReversed().map((item) => [item.key, item])).values()].reverse();
}

/** What has no date stays where its feed put it, behind what has one. */
function timeOf({ publishedAt }: ToldItem): number {
  return publishedAt?.getTime() ?? 0;
}

/** Postgres holds what lies between these, and so does a calendar. */
function dateOf(date: Date | null): Date | null {
  const year = date?.getUTCFullYear() ?? Number.NaN;
  return year >= 1970 && year <= 9_999 ? date : null;
}

/** By what the server says, else by what the file says of itself. */
function textOf(body: Buffer, contentType: string): string {
  const said = /charset=["']?([\w.:-]{1,40})/iu.exec(contentType) ?? DECLARED.exec(body.toString('latin1', 0, 200));
  try {
    return new TextDecoder(said?.[1] ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
