import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { DataKeys } from '#security';

import { archiveDamaged } from './archive.errors.js';
import type { ArchiveCodec } from './codec/archive-codec.js';
import { openSegment, type OpenSegment, type SegmentKeys } from './codec/segment-codec.js';
import type { ArchiveStoreName } from './store/archive-store.js';
import { ArchiveStores } from './store/archive-stores.js';

/** A segment as its rows in the database describe it. */
export interface StoredSegment {
  readonly archiveId: string;
  readonly subjectId: string;
  readonly store: ArchiveStoreName;
  readonly codec: ArchiveCodec;
  readonly place: number;
  readonly messageCount: number;
  readonly payloadKey: string;
  readonly sha256: Buffer;
}

/** Columns for a select from `archive_segments JOIN archives`. */
export const STORED_SEGMENT_SQL = `
archive_id AS "archiveId", subject_id AS "subjectId", store, codec, place, archive_segments.message_count AS "messageCount",
payload_key AS "payloadKey", archive_segments.sha256`;

/** Reads segments, and believes nothing that it cannot check. */
@Injectable()
export class ArchiveReader {
  constructor(
    private readonly stores: ArchiveStores,
    private readonly keys: DataKeys,
  ) {}

  /** The payload as it was stored. Throws `archive.damaged`, `archive.store-failed`. */
  async payloadOf({ store, payloadKey, sha256 }: StoredSegment, manager?: EntityManager): Promise<Buffer> {
    const payload = await this.stores.of(store).get(payloadKey, manager);
    if (!payload) throw archiveDamaged('a payload of it is missing');
    if (!createHash('sha256').update(payload).digest().equals(sha256)) {
      throw archiveDamaged('the checksum of a payload is another');
    }
    return payload;
  }

  /** Within a transaction give its `manager`: no second connection is taken. Throws `archive.damaged`, `archive.erased`, `archive.store-failed`. */
  async open(segment: StoredSegment, manager?: EntityManager): Promise<OpenSegment> {
    const keys: SegmentKeys = {
      of: (subjects) => this.keys.of(subjects, manager),
      find: (subjects) => this.keys.find(subjects, manager),
    };
    const opened = await openSegment(await this.payloadOf(segment, manager), segment, keys);
    const messages = opened.tables.find(({ name }) => name === 'messages');
    if (messages?.count !== segment.messageCount) throw archiveDamaged('it holds another number of messages');
    return opened;
  }
}
