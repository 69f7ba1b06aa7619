import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { isId, timeOfId } from '#kernel';
import {
  ArchivedHistory,
  comparePlaces,
  mergeSorted,
  possiblePaths,
  type ArchivedFinds,
  type ArchivedQuery,
  type ArchivedSource,
  type MediaRow,
  type MessagePlace,
  type MessageView,
  type OnUnreadable,
  type TimeRange,
} from '#messaging';
import { BlindIndex } from '#security';

import { ChatRestorer } from '../chat-restorer.service.js';
import { ArchiveSegments, type PlacedSegment } from './archive-segments.service.js';
import type { SegmentMessages } from './segment-messages.js';

/** Segments that end before the page begins, and are opened for it: the next page goes on from there. */
const MOST_OPENED = 48;
const READ_PAGE = 200;

/** Archived conversations, read and searched where they lie. */
@Injectable()
export class ArchiveHistory implements ArchivedSource, OnModuleInit {
  constructor(
    private readonly archived: ArchivedHistory,
    private readonly segments: ArchiveSegments,
    private readonly restorer: ChatRestorer,
    private readonly index: BlindIndex,
    private readonly statements: Statements,
  ) {}

  onModuleInit(): void {
    this.archived.attach(this);
  }

  async find({ chatId, words, accept, before, limit }: ArchivedQuery): Promise<ArchivedFinds> {
    const query = words === undefined ? null : this.index.query(words);
    const matches = words === undefined ? null : this.index.matcher(words);
    const until = before && new Date(before.sentAt.getTime() + 1);
    // What ends here or later is looked into for as long as pages lie in it: were it counted, a page could end where it began.
    const over = before && new Date(before.sentAt.getTime() - 1);
    const candidates = await this.statements.run<PlacedSegment>(statementFor(chatId, query), [
      ...[until, over, MOST_OPENED + 1],
      ...(chatId === null ? [] : [chatId]),
      ...(query === null ? [] : [query]),
    ]);
    const found: MessageView[] = [];
    const unreadable = new Set<string>();
    const answer = (resume: MessagePlace | null): ArchivedFinds => ({
      items: found.slice(0, limit),
      resume,
      unreadable: [...unreadable],
    });
    let opened = 0;
    for (const candidate of candidates) {
      const next = endOf(candidate);
      const enough = found.length >= limit && comparePlaces(nth(found, limit), next) >= 0;
      if (enough) return answer(null);
      if (!before || comparePlaces(next, before) < 0) opened += 1;
      if (opened > MOST_OPENED) return answer(next);
      const messages = await this.open(candidate, (id) => unreadable.add(id));
      if (!messages) continue;
      const wanted = rowsOf(messages, before, matches);
      found.push(...(await this.viewsOf(messages, wanted, { accept, limit })));
      found.sort((one, other) => comparePlaces(other, one));
    }
    return answer(null);
  }

  async *read(chatId: string, range: TimeRange, onUnreadable?: OnUnreadable): AsyncIterable<readonly MessageView[]> {
    const segments = await this.statements.run<PlacedSegment>(IN_RANGE, [chatId, range.from ?? null, range.to ?? null]);
    const archives = [...new Set(segments.map(({ archiveId }) => archiveId))];
    const ofOne = (id: string): PlacedSegment[] => segments.filter(({ archiveId }) => archiveId === id);
    yield* mergeSorted(archives.map((id) => this.readArchive(ofOne(id), range, onUnreadable)));
  }

  async attachment(messageId: string): Promise<MediaRow | undefined> {
    for (const segment of await this.statements.run<PlacedSegment>(HOLDING, [possiblePaths(messageId)])) {
      const found = (await this.open(segment))?.attachment(messageId);
      if (found) return found;
    }
    return undefined;
  }

  async chatsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(messageIds);
    const times = messageIds.filter((id) => isId(id)).map(timeOfId);
    const found = new Map<string, string>();
    for (const segment of await this.statements.run<PlacedSegment>(LIKELY, [times, MOST_OPENED])) {
      const messages = await this.open(segment);
      for (const id of messages?.ids() ?? []) if (wanted.has(id)) found.set(id, segment.chatId);
      if (found.size === wanted.size) break;
    }
    return found;
  }

  async revive(chatId: string): Promise<void> {
    await this.restorer.restore(chatId);
  }

  private async *readArchive(
    segments: readonly PlacedSegment[],
    { from, to }: TimeRange,
    onUnreadable?: OnUnreadable,
  ): AsyncIterable<readonly MessageView[]> {
    for (const segment of segments) {
      const messages = await this.open(segment, onUnreadable);
      if (!messages) continue;
      const people = await this.segments.peopleOf(messages);
      const rows = Array.from({ length: messages.count }, (_, row) => row).filter((row) => {
        const at = messages.sentAt(row);
        return (!from || at >= from) && (!to || at <= to);
      });
      for (let at = 0; at < rows.length; at += READ_PAGE) {
        yield rows.slice(at, at + READ_PAGE).map((row) => messages.view(row, people));
      }
    }
  }

  /** Undefined for one that cannot be read any more, which is no reason to show nothing of the others. */
  private async open(segment: PlacedSegment, onUnreadable?: OnUnreadable): Promise<SegmentMessages | undefined> {
    const messages = await this.segments.read(segment);
    if (messages === 'damaged') onUnreadable?.(segment.archiveId);
    return typeof messages === 'string' ? undefined : messages;
  }

  private async viewsOf(
    messages: SegmentMessages,
    rows: Iterable<number>,
    { accept, limit }: Pick<ArchivedQuery, 'accept' | 'limit'>,
  ): Promise<MessageView[]> {
    const people = await this.segments.peopleOf(messages);
    const views: MessageView[] = [];
    for (const row of rows) {
      const view = messages.view(row, people);
      if (!accept || accept(view)) views.push(view);
      if (views.length >= limit) break;
    }
    return views;
  }
}

/** The latest first. */
function* rowsOf(
  messages: SegmentMessages,
  before: MessagePlace | null,
  matches: ((text: string) => boolean) | null,
): Generator<number> {
  for (let row = messages.count - 1; row >= 0; row -= 1) {
    if (before && comparePlaces({ sentAt: messages.sentAt(row), id: messages.id(row) }, before) >= 0) continue;
    if (matches && !matches(messages.text(row) ?? '')) continue;
    yield row;
  }
}

/** A place after all messages of the segment: cursors know milliseconds only. */
function endOf({ lastAt }: PlacedSegment): MessagePlace {
  return { sentAt: new Date(lastAt.getTime() + 1), id: '00000000-0000-0000-0000-000000000000' };
}

function nth(found: readonly MessageView[], place: number): MessagePlace {
  return found[place - 1] ?? { sentAt: new Date(0), id: '' };
}

const SELECT_SQL = `
SELECT archive_id AS "archiveId", subject_id AS "subjectId", chat_id AS "chatId", store, codec, place,
  archive_segments.message_count AS "messageCount", payload_key AS "payloadKey", archive_segments.sha256, last_at AS "lastAt", last_id AS "lastId"
FROM archive_segments JOIN archives ON archives.id = archive_id`;

/** All that reach over the beginning of the page, and so many of those that end before it. */
function latestSql(condition: string): string {
  return `
(${SELECT_SQL} WHERE ${condition} AND first_at < $1::timestamptz AND last_at >= $2::timestamptz)
UNION ALL
(${SELECT_SQL} WHERE ${condition} AND ($2::timestamptz IS NULL OR last_at < $2) ORDER BY last_at DESC, last_id DESC LIMIT $3)
ORDER BY "lastAt" DESC, "lastId" DESC`;
}

const OF_CHAT: Statement = { name: 'archive.of-chat', text: latestSql('chat_id = $4') };

const FOUND_IN_CHAT: Statement = {
  name: 'archive.found-in-chat',
  text: latestSql('chat_id = $4 AND (search @@ $5::tsquery OR search IS NULL)'),
};

const FOUND: Statement = { name: 'archive.found', text: latestSql('(search @@ $4::tsquery OR search IS NULL)') };

const ALL: Statement = { name: 'archive.all', text: latestSql('true') };

/** One for each set of conditions, so that each is planned for its index. */
function statementFor(chatId: string | null, query: string | null): Statement {
  if (query === null) return chatId === null ? ALL : OF_CHAT;
  return chatId === null ? FOUND : FOUND_IN_CHAT;
}

const IN_RANGE: Statement = {
  name: 'archive.in-range',
  text: `${SELECT_SQL} WHERE chat_id = $1 AND ($2::timestamptz IS NULL OR last_at >= $2) AND ($3::timestamptz IS NULL OR first_at <= $3)
    ORDER BY first_at, first_id`,
};

/** An id of ours tells when its message was stored, which is about when it was sent, unless it was imported. */
const LIKELY: Statement = {
  name: 'archive.likely',
  text: `${SELECT_SQL} ORDER BY EXISTS (
      SELECT FROM unnest($1::timestamptz[]) AS stored (at) WHERE at BETWEEN first_at - interval '1 day' AND last_at + interval '1 day') DESC,
    last_at DESC LIMIT $2`,
};

/** Segments of the archives that hold one of these files. */
const HOLDING: Statement = {
  name: 'archive.holding',
  text: `${SELECT_SQL} WHERE media_paths && $1::text[] ORDER BY first_at, first_id`,
};
