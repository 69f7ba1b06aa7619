import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { AppError, failpoint } from '#kernel';
import { RestoreSealing } from './restore-sealing.service.js';

import { archiveDamaged } from './archive.errors.js';
import { damageOf, NOTE_DAMAGE_SQL } from './archive-damage.js';
import { archiveDigest } from './archive-digest.js';
import { ArchiveReader, STORED_SEGMENT_SQL, type StoredSegment } from './archive-reader.service.js';
import type { OpenSegment } from './codec/segment-codec.js';
import {
  BRING_BACK_SQL,
  DROP_DOUBLED_SQL,
  DROP_OLDER_REACTIONS_SQL,
  DROP_REPEATED_SQL,
  DROP_TEXTLESS_SQL,
  RESTORE_LABELS_SQL,
  RESTORE_MEDIA_SQL,
  RESTORE_MESSAGES_SQL,
  RESTORE_REACTIONS_SQL,
  REVOKE_DOUBLED_SQL,
  STAGES_SQL,
} from './restore.sql.js';
import { copyIn } from './rows/copy-in.js';
import { restoredColumns, restoredRows, stageOf } from './rows/restored-rows.js';
import { ArchiveStores } from './store/archive-stores.js';

export interface Restored {
  readonly archives: number;
  readonly messages: number;
}

interface SegmentRow extends StoredSegment {
  readonly archiveSha256: Buffer;
}

interface Damage {
  readonly archiveId: string;
  readonly error: AppError;
}

const NOTHING: Restored = { archives: 0, messages: 0 };

/** Brings chats back: all that was put away of one, or nothing. What cannot be checked is refused before anything is touched. */
@Injectable()
export class ChatRestorer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly reader: ArchiveReader,
    private readonly sealing: RestoreSealing,
    private readonly stores: ArchiveStores,
  ) {}

  /** Nothing when the chat is not archived. Throws `archive.damaged`, `archive.erased`, `archive.store-failed`. */
  async restore(chatId: string): Promise<Restored> {
    for (;;) {
      const rows = await this.checked(chatId);
      if (rows.length === 0) return NOTHING;
      failpoint('restore.read');
      const restored = await this.moved(chatId, rows);
      // Packed anew, brought back or added to by somebody else meanwhile.
      if (!restored) continue;
      failpoint('restore.committed');
      await this.forgetPayloads(rows);
      return restored;
    }
  }

  /** As the operator wants it: for a while the night run leaves the chat where it is. */
  async restoreByHand(chatId: string): Promise<Restored> {
    const restored = await this.restore(chatId);
    await this.dataSource.query('UPDATE chats SET restored_at = now() WHERE id = $1 AND archived_at IS NULL', [chatId]);
    return restored;
  }

  /** Archives that were damaged and are whole again, since somebody brought their payloads back. */
  async recheckDamaged(signal: AbortSignal): Promise<void> {
    const chats = await this.dataSource.query<{ chat_id: string }[]>(
      `SELECT DISTINCT chat_id FROM archives WHERE state = 'damaged'`,
    );
    for (const { chat_id: chatId } of chats) {
      signal.throwIfAborted();
      if (await this.isWhole(chatId)) await this.dataSource.query(WHOLE_AGAIN_SQL, [chatId]);
    }
  }

  private async isWhole(chatId: string): Promise<boolean> {
    try {
      return (await this.damageOf(await this.segmentsOf(chatId))) === undefined;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  private segmentsOf(chatId: string, manager: Pick<EntityManager, 'query'> = this.dataSource): Promise<SegmentRow[]> {
    return manager.query<SegmentRow[]>(SEGMENTS_SQL, [chatId]);
  }

  /** Undefined when the archives are not those of `rows` any more. */
  private async moved(chatId: string, rows: readonly SegmentRow[]): Promise<Restored | undefined> {
    try {
      return await this.transactions.run(async (manager) => {
        const result = await this.bringBack(manager, chatId, rows);
        failpoint('restore.moved');
        return result;
      });
    } catch (error) {
      // A payload that was exchanged while we read it is missing, and no damage.
      const exchanged = isDamage(error) && keysOf(await this.segmentsOf(chatId)) !== keysOf(rows);
      if (!exchanged) throw error;
      return undefined;
    }
  }

  /** What is to be brought back, every bit of it looked at. */
  private async checked(chatId: string): Promise<readonly SegmentRow[]> {
    for (let rows = await this.segmentsOf(chatId); ;) {
      const damage = await this.damageOf(rows);
      if (!damage) return rows;
      const now = await this.segmentsOf(chatId);
      // Packed anew or brought back by somebody else meanwhile: what we looked at is not there any more.
      if (keysOf(now) === keysOf(rows)) {
        await this.noteDamage(damage);
        throw damage.error;
      }
      rows = now;
    }
  }

  /** Every segment is opened once before the first is written, so that the transaction is short and cannot fail half way. */
  private async damageOf(rows: readonly SegmentRow[]): Promise<Damage | undefined> {
    for (const archiveId of new Set(rows.map((row) => row.archiveId))) {
      const segments = rows.filter((row) => row.archiveId === archiveId);
      try {
        this.checkWhole(segments);
        for (const segment of segments) await this.reader.open(segment);
      } catch (error) {
        if (!isDamage(error)) throw error;
        return { archiveId, error };
      }
    }
    return undefined;
  }

  private checkWhole(segments: readonly SegmentRow[]): void {
    const [first] = segments;
    if (!first || !archiveDigest(segments).equals(first.archiveSha256)) {
      throw archiveDamaged('a part of it is missing');
    }
  }

  /** The long part comes first: whoever writes in the chat waits for the exchange only. */
  private async bringBack(
    manager: EntityManager,
    chatId: string,
    rows: readonly SegmentRow[],
  ): Promise<Restored | undefined> {
    await manager.query(STAGES_SQL);
    for (const row of rows) await this.stage(manager, await this.reader.open(row, manager));
    await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [chatId]);
    await manager.query('SELECT 1 FROM archives WHERE chat_id = $1 FOR UPDATE', [chatId]);
    if (keysOf(await this.segmentsOf(chatId, manager)) !== keysOf(rows)) return undefined;
    const archiveIds = [...new Set(rows.map((row) => row.archiveId))];
    const doubled = await this.dropDoubled(manager, chatId, archiveIds.length > 1);
    await manager.query(RESTORE_MESSAGES_SQL, [chatId]);
    await manager.query(RESTORE_MEDIA_SQL);
    await manager.query(DROP_OLDER_REACTIONS_SQL, [chatId]);
    await manager.query(RESTORE_REACTIONS_SQL, [chatId]);
    await manager.query(RESTORE_LABELS_SQL, [chatId]);
    await manager.query(BRING_BACK_SQL, [chatId, doubled]);
    await manager.query('DELETE FROM archives WHERE id = ANY($1::uuid[])', [archiveIds]);
    for (const store of this.stores.all) {
      const keys = rows.filter((row) => row.store === store.name).map(({ payloadKey }) => payloadKey);
      if (store.name === 'postgres' && keys.length > 0) await store.delete(keys, manager);
    }
    return { archives: archiveIds.length, messages: rows.reduce((sum, { messageCount }) => sum + messageCount, 0) };
  }

  /** How many messages were there twice: in the chat and in an archive, or in two archives. */
  private async dropDoubled(manager: EntityManager, chatId: string, several: boolean): Promise<number> {
    await manager.query(REVOKE_DOUBLED_SQL, [chatId]);
    const statements: [string, unknown[]][] = [
      ...(several ? [[DROP_REPEATED_SQL, []] satisfies [string, unknown[]]] : []),
      [DROP_TEXTLESS_SQL, [chatId]],
      [DROP_DOUBLED_SQL, [chatId]],
    ];
    let doubled = 0;
    for (const [sql, values] of statements) {
      const [dropped]: [{ count: number }] = await manager.query(sql, values);
      doubled += dropped.count;
    }
    return doubled;
  }

  private async stage(manager: EntityManager, { tables, texts }: OpenSegment): Promise<void> {
    const runner = manager.queryRunner;
    if (!runner) throw new Error('a restore runs in a transaction');
    for (const rows of tables) {
      if (rows.count === 0) continue;
      const ready = restoredRows(rows, texts.get(rows.name) ?? [], await this.sealing.of(rows, manager));
      await copyIn(runner, stageOf(rows.name), restoredColumns(rows), ready);
    }
  }

  /** After the commit: should we die before, they are stray, and the clean-up finds them. */
  private async forgetPayloads(rows: readonly SegmentRow[]): Promise<void> {
    for (const store of this.stores.all) {
      if (store.name === 'postgres') continue;
      const keys = rows.filter((row) => row.store === store.name).map(({ payloadKey }) => payloadKey);
      if (keys.length > 0) await store.delete(keys).catch(() => undefined);
    }
  }

  private async noteDamage({ archiveId, error }: Damage): Promise<void> {
    await this.dataSource.query(NOTE_DAMAGE_SQL, [archiveId, damageOf(error)]);
  }
}

function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'archive.damaged';
}

function keysOf(rows: readonly SegmentRow[]): string {
  return rows.map(({ payloadKey }) => payloadKey).join();
}

const WHOLE_AGAIN_SQL = `UPDATE archives SET state = 'complete', damage = NULL WHERE chat_id = $1 AND state = 'damaged'`;

const SEGMENTS_SQL = `
SELECT ${STORED_SEGMENT_SQL}, archives.sha256 AS "archiveSha256"
FROM archives JOIN archive_segments ON archive_id = archives.id
WHERE chat_id = $1 ORDER BY archives.created_at, archives.id, place`;
