import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

import { Clock, failpoint, newId, sleep } from '#kernel';
import { DataKeys } from '#security';

import type { ArchiveOutcome } from './archive-outcome.js';
import { chatBusy } from './archive.errors.js';
import { archiveDigest } from './archive-digest.js';
import { INSERT_ARCHIVE, INSERT_SEGMENTS, OPEN_CHAT, PUT_AWAY } from './archive.sql.js';
import { holdsOf, type ChatWork } from './chat-holds.js';
import type { ArchiveCodec } from './codec/archive-codec.js';
import type { SegmentAddress } from './codec/segment-address.js';
import { sealSegment } from './codec/segment-codec.js';
import { ChatRows, type ReadSegment } from './rows/chat-rows.js';
import { runPrepared } from './rows/run-prepared.js';
import type { ArchiveStore } from './store/archive-store.js';
import { ArchiveStores } from './store/archive-stores.js';

const ATTEMPTS = 5;
const PAUSE_MS = 100;

export interface ArchiveOrder {
  readonly reason: string | null;
  /** A principal's id, or the id of a schedule. */
  readonly requestedBy: string;
  readonly taskId: string | null;
  readonly codec: ArchiveCodec;
}

interface OpenChat extends ChatWork {
  readonly accountId: string;
  readonly subjectId: string;
  readonly archived: boolean;
  readonly empty: boolean;
  readonly media: boolean;
  readonly reactions: boolean;
  readonly labels: boolean;
}

interface PutSegment extends Pick<ReadSegment, 'first' | 'last'> {
  readonly place: number;
  readonly messages: number;
  readonly originalBytes: number;
  readonly key: string;
  readonly sha256: Buffer;
  readonly bytes: number;
}

/**
 * Puts a chat away: all of it or nothing, in one transaction. It reads one snapshot, and Postgres itself refuses to delete what was
 * changed since (REPEATABLE READ); what came in since is not touched, and the chat's row then shows it. So nothing is locked while the
 * archive is made, only for the moment in which its rows are exchanged for it.
 */
@Injectable()
export class ChatArchiver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: DataKeys,
    private readonly stores: ArchiveStores,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `archive.chat-busy` (retryable) when somebody wrote in it each time, `archive.store-failed` (retryable), and
   * `security.unreadable` when a text does not open with its key.
   */
  async archive(chatId: string, order: ArchiveOrder): Promise<ArchiveOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.dataSource.createQueryRunner();
      try {
        return await this.attempt(runner, chatId, order);
      } catch (error) {
        if (!isContention(error)) throw error;
        if (attempt === ATTEMPTS) throw chatBusy(error);
      } finally {
        await runner.release();
      }
      await sleep(PAUSE_MS * attempt);
    }
  }

  private async attempt(runner: QueryRunner, chatId: string, order: ArchiveOrder): Promise<ArchiveOutcome> {
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    try {
      const outcome = await this.move(runner, chatId, order);
      failpoint('archive.moved');
      await runner.query('COMMIT');
      failpoint('archive.committed');
      return outcome;
    } catch (error) {
      await runner.query('ROLLBACK');
      throw error;
    }
  }

  private async move(runner: QueryRunner, chatId: string, order: ArchiveOrder): Promise<ArchiveOutcome> {
    const [chat] = await runPrepared<OpenChat>(runner, OPEN_CHAT, [chatId]);
    if (!chat) return { kind: 'kept', holds: [{ code: 'gone', text: 'The chat is not there any more.' }] };
    const holds = holdsOf(chat);
    if (holds.length > 0) return { kind: 'kept', holds };
    if (chat.empty && chat.archived) return { kind: 'already-archived' };
    if (chat.empty) return { kind: 'kept', holds: [{ code: 'empty', text: 'It has no messages.' }] };

    const archiveId = newId();
    const { manager } = runner;
    const rows = new ChatRows(runner, chatId);
    await rows.readCompanions([
      ...(chat.media ? (['media'] as const) : []),
      ...(chat.reactions ? (['reactions'] as const) : []),
      ...(chat.labels ? (['message_labels'] as const) : []),
    ]);
    const segments: PutSegment[] = [];
    for await (const window of rows.segments()) {
      failpoint('archive.read');
      const address = { archiveId, subjectId: chat.subjectId, codec: order.codec };
      const sealed = await Promise.all(
        window.map(({ draft }, at) => sealSegment(draft, { ...address, place: segments.length + at }, this.keys)),
      );
      for (const [at, segment] of window.entries()) {
        segments.push(await this.put(segment, { ...address, place: segments.length }, sealed[at], manager));
      }
    }
    failpoint('archive.put');
    const messages = await this.exchange(runner, { archiveId, chatId, chat, order, segments, rows });
    const storedBytes = segments.reduce((sum, { bytes }) => sum + bytes, 0);
    return { kind: 'archived', archiveId, messages, storedBytes };
  }

  private async put(
    { draft, first, last }: ReadSegment,
    { archiveId, place, codec }: SegmentAddress,
    payload: Buffer | undefined,
    manager: EntityManager,
  ): Promise<PutSegment> {
    if (!payload) throw new Error('a segment was not sealed');
    const key = `${archiveId}/${place}.${codec}`;
    await this.store.put(key, payload, manager);
    const sha256 = createHash('sha256').update(payload).digest();
    const { messageCount: messages, originalBytes } = draft;
    return { first, last, place, messages, originalBytes, key, sha256, bytes: payload.length };
  }

  /** The rows go, the archive comes. Throws a contention when any of it was changed since it was read. */
  private async exchange(
    runner: QueryRunner,
    { archiveId, chatId, chat, order, segments, rows }: Exchange,
  ): Promise<number> {
    const [first, last] = [segments[0], segments.at(-1)];
    if (!first || !last) throw new Error('a chat that is not empty has a segment');
    const messages = segments.reduce((sum, segment) => sum + segment.messages, 0);
    await runPrepared(runner, INSERT_ARCHIVE, [
      ...[archiveId, chatId, chat.accountId, chat.subjectId, order.reason, order.requestedBy, order.taskId],
      ...[messages, first.first.at, last.last.at, this.store.name, order.codec],
      segments.reduce((sum, { bytes }) => sum + bytes, 0),
      segments.reduce((sum, { originalBytes }) => sum + originalBytes, 0),
      archiveDigest(segments),
      rows.mediaPaths,
      this.clock.now(),
    ]);
    await runPrepared(runner, INSERT_SEGMENTS, [archiveId, chatId, ...columnsOf(segments)]);
    const [deleted] = await runPrepared<{ count: number }>(runner, PUT_AWAY, [
      chatId,
      this.clock.now(),
      chat.reactions,
    ]);
    if (deleted?.count !== messages) throw new Error('not as many messages were deleted as were read');
    return messages;
  }

  private get store(): ArchiveStore {
    return this.stores.current;
  }
}

interface Exchange {
  readonly archiveId: string;
  readonly chatId: string;
  readonly chat: OpenChat;
  readonly order: ArchiveOrder;
  readonly segments: readonly PutSegment[];
  readonly rows: ChatRows;
}

function columnsOf(segments: readonly PutSegment[]): unknown[][] {
  return [
    segments.map(({ place }) => place),
    segments.map(({ messages }) => messages),
    segments.map(({ first }) => first.at),
    segments.map(({ first }) => first.id),
    segments.map(({ last }) => last.at),
    segments.map(({ last }) => last.id),
    segments.map(({ key }) => key),
    segments.map(({ sha256 }) => sha256),
    segments.map(({ bytes }) => bytes),
  ];
}

/** Somebody changed what we read, or waits for us: a fresh look may succeed. */
function isContention(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === '40001' || code === '40P01' || code === '55P03';
}
