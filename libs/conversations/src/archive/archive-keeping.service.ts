import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { AppError, Clock, sleep } from '#kernel';

import { FORGET_CHAT_LABELS_SQL } from '#messaging';

import { ArchiveRepacker } from './archive-repacker.service.js';
import { isPayloadKey } from './store/payload-key.js';
import type { ArchiveStore } from './store/archive-store.js';
import { ArchiveStores } from './store/archive-stores.js';

export interface KeepingOrder {
  /** Counts, and changes nothing. */
  readonly dryRun: boolean;
  /** Ends the work between two archives. */
  readonly signal: AbortSignal;
}

export interface AgedOrder extends KeepingOrder {
  /** Only archives made longer ago, in days. */
  readonly olderThanDays: number;
}

const DAY_MS = 86_400_000;
const PAGE = 500;
/** Between two archives, so that others get their turn. */
const REST_MS = 5;
/** A payload is there before its archive is: a younger one may be on its way. */
const STRAY_AFTER_MS = DAY_MS;
/** As many may be an accident. When they are most of what lies there, it belongs to another installation. */
const FEW = 20;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface StrayPayloads {
  readonly payloads: number;
  /** Let be, because there are too many of them. */
  readonly doubtful: number;
}

interface AgedArchive {
  readonly id: string;
  readonly chatId: string;
  readonly messages: number;
}

/** What the clean-up does with archives. Everything may be done twice, and stopped at any time. */
@Injectable()
export class ArchiveKeeping {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly stores: ArchiveStores,
    private readonly repacker: ArchiveRepacker,
    private readonly clock: Clock,
  ) {}

  /** Deletes archives whose time is over. The chat stays, with the count of the messages that are left. */
  async expire(order: AgedOrder): Promise<{ readonly archives: number; readonly messages: number }> {
    let [archives, messages] = [0, 0];
    for await (const archive of this.aged(order, 'true')) {
      if (!order.dryRun) await this.delete(archive);
      archives += 1;
      messages += archive.messages;
    }
    return { archives, messages };
  }

  /** Compresses archives that were made without. Those that cannot be read are left, and counted as failed. */
  async compress(order: AgedOrder): Promise<{ readonly compressed: number; readonly failed: number }> {
    let [compressed, failed] = [0, 0];
    for await (const { id } of this.aged(order, `codec = 'none' AND state = 'complete'`)) {
      try {
        if (order.dryRun || (await this.repacker.repack(id))) compressed += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failed += 1;
      }
    }
    return { compressed, failed };
  }

  /**
   * Deletes payloads that no archive refers to: of an archive that was never finished, or was brought back. None of a store in which
   * they are most of all there are, and none of a store that is not in use.
   */
  async removeStray({ dryRun, signal }: KeepingOrder): Promise<StrayPayloads> {
    let [payloads, doubtful] = [0, 0];
    const used = await this.dataSource.query<{ store: string }[]>('SELECT DISTINCT store FROM archives');
    const names = new Set(['postgres', this.stores.current.name, ...used.map(({ store }) => store)]);
    for (const store of this.stores.all.filter(({ name }) => names.has(name))) {
      const { strays, all } = await this.straysOf(store, signal);
      if (store.name !== 'postgres' && strays.length > FEW && 2 * strays.length > all) {
        doubtful += strays.length;
        continue;
      }
      for (let at = 0; at < strays.length && !dryRun; at += PAGE) {
        signal.throwIfAborted();
        await store.delete(strays.slice(at, at + PAGE));
      }
      payloads += strays.length;
    }
    return { payloads, doubtful };
  }

  private async *aged({ olderThanDays, signal }: AgedOrder, condition: string): AsyncGenerator<AgedArchive> {
    const before = new Date(this.clock.now().getTime() - olderThanDays * DAY_MS);
    let after = FIRST_ID;
    for (;;) {
      const page = await this.dataSource.query<AgedArchive[]>(
        `SELECT id, chat_id AS "chatId", message_count AS messages FROM archives
         WHERE id > $1 AND created_at < $2 AND ${condition} ORDER BY id LIMIT $3`,
        [after, before, PAGE],
      );
      for (const archive of page) {
        signal.throwIfAborted();
        yield archive;
        await sleep(REST_MS, signal);
      }
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? after;
    }
  }

  private async delete({ id, chatId }: AgedArchive): Promise<void> {
    const gone = await this.transactions.run(async (manager) => {
      await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [chatId]);
      const segments: { store: ArchiveStore['name']; key: string }[] = await manager.query(
        `SELECT store, payload_key AS key FROM archives JOIN archive_segments ON archive_id = id WHERE id = $1`,
        [id],
      );
      await manager.query(DELETE_SQL, [id]);
      await manager.query(LEFT_SQL, [chatId]);
      await manager.query(FORGET_CHAT_LABELS_SQL, [[chatId]]);
      const inDatabase = segments.filter(({ store }) => store === 'postgres').map(({ key }) => key);
      if (inDatabase.length > 0) await this.stores.of('postgres').delete(inDatabase, manager);
      return segments.filter(({ store }) => store !== 'postgres');
    });
    const [first] = gone;
    if (first) await this.stores.of(first.store).delete(gone.map(({ key }) => key));
  }

  /** A folder or a bucket may hold what others put there; the database is ours alone. */
  private async straysOf(
    store: ArchiveStore,
    signal: AbortSignal,
  ): Promise<{ readonly strays: readonly string[]; readonly all: number }> {
    const before = this.clock.now().getTime() - STRAY_AFTER_MS;
    const strays: string[] = [];
    let after: string | null = null;
    let all = 0;
    for (;;) {
      signal.throwIfAborted();
      const page = await store.list(after, PAGE);
      const ours = page.filter(({ key }) => store.name === 'postgres' || isPayloadKey(key));
      const old = ours.filter(({ storedAt }) => storedAt.getTime() < before).map(({ key }) => key);
      const rows = await this.dataSource.query<{ key: string }[]>(
        'SELECT payload_key AS key FROM archive_segments WHERE payload_key = ANY($1::text[])',
        [old],
      );
      const known = new Set(rows.map(({ key }) => key));
      strays.push(...old.filter((key) => !known.has(key)));
      all += ours.length;
      if (page.length < PAGE) return { strays, all };
      after = page.at(-1)?.key ?? null;
      await sleep(REST_MS, signal);
    }
  }
}

/** What an expired archive held is not asked of the phone again. */
const DELETE_SQL = `
WITH gone AS (DELETE FROM archives WHERE id = $1 RETURNING chat_id, message_count, last_message_at)
UPDATE chats SET message_count = greatest(0, chats.message_count - gone.message_count),
  forgotten_until = greatest(chats.forgotten_until, gone.last_message_at)
FROM gone WHERE chats.id = gone.chat_id`;

/** A chat without an archive is not archived, and its oldest message is another one now. */
const LEFT_SQL = `
UPDATE chats SET
  archived_at = CASE WHEN EXISTS (SELECT 1 FROM archives WHERE chat_id = $1) THEN archived_at END,
  first_message_at = least((SELECT min(sent_at) FROM messages WHERE chat_id = $1),
    (SELECT min(archives.first_message_at) FROM archives WHERE chat_id = $1))
WHERE id = $1`;
