import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { newId } from '#kernel';
import { DataKeys } from '#security';

import { archiveDigest } from './archive-digest.js';
import { ArchiveReader, STORED_SEGMENT_SQL, type StoredSegment } from './archive-reader.service.js';
import { repackSegment } from './codec/segment-codec.js';
import { ArchiveStores } from './store/archive-stores.js';

interface Repacked {
  readonly key: string;
  readonly sha256: Buffer;
  readonly bytes: number;
}

/** Compresses archives that were made without. */
@Injectable()
export class ArchiveRepacker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly stores: ArchiveStores,
    private readonly reader: ArchiveReader,
    private readonly keys: DataKeys,
  ) {}

  /** False when it is gone or packed meanwhile. Throws `archive.damaged`, `archive.erased`, `archive.store-failed`. */
  async repack(archiveId: string): Promise<boolean> {
    const segments = await this.dataSource.query<StoredSegment[]>(SEGMENTS_SQL, [archiveId]);
    const [first] = segments;
    if (!first) return false;
    const store = this.stores.of(first.store);
    const repacked: Repacked[] = [];
    // Keys of this attempt alone: two workers at one archive must not write over what the other has committed.
    const attempt = newId();
    for (const segment of segments) {
      const payload = await repackSegment(
        await this.reader.payloadOf(segment),
        segment,
        { ...segment, codec: 'brotli' },
        this.keys,
      );
      const key = `${archiveId}/${segment.place}.${attempt}.brotli`;
      await store.put(key, payload);
      repacked.push({ key, sha256: createHash('sha256').update(payload).digest(), bytes: payload.length });
    }
    const exchanged = await this.exchange(archiveId, segments, repacked);
    // Either way nobody refers to some of them any more. Should we die before, they are stray, and found as such.
    await store.delete(exchanged ? segments.map(({ payloadKey }) => payloadKey) : repacked.map(({ key }) => key));
    return exchanged;
  }

  private exchange(
    archiveId: string,
    segments: readonly StoredSegment[],
    repacked: readonly Repacked[],
  ): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const rows: unknown[] = await manager.query(
        `SELECT 1 FROM archives WHERE id = $1 AND codec = 'none' FOR UPDATE`,
        [archiveId],
      );
      if (rows.length === 0) return false;
      await manager.query(
        `UPDATE archive_segments SET payload_key = packed.key, sha256 = packed.sha256, bytes = packed.bytes
         FROM unnest($2::integer[], $3::text[], $4::bytea[], $5::integer[]) AS packed (place, key, sha256, bytes)
         WHERE archive_id = $1 AND archive_segments.place = packed.place`,
        [
          archiveId,
          segments.map(({ place }) => place),
          repacked.map(({ key }) => key),
          repacked.map(({ sha256 }) => sha256),
          repacked.map(({ bytes }) => bytes),
        ],
      );
      await manager.query(`UPDATE archives SET codec = 'brotli', stored_bytes = $2, sha256 = $3 WHERE id = $1`, [
        archiveId,
        repacked.reduce((sum, { bytes }) => sum + bytes, 0),
        archiveDigest(repacked),
      ]);
      return true;
    });
  }
}

const SEGMENTS_SQL = `
SELECT ${STORED_SEGMENT_SQL} FROM archives JOIN archive_segments ON archive_id = archives.id
WHERE archives.id = $1 AND codec = 'none' ORDER BY place`;
