import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { DataKeys, openContent, sealContent, type FieldAddress } from '#security';

import { erasedMeanwhile, exportErased } from './export.errors.js';

const KEY_BYTES = 32;

/**
 * The keys of the files of exports. Each is made for one file, and kept in as many parts as people wrote in it, sealed by their own
 * keys: so that erasing one of them makes the file unreadable, as everything else that they wrote.
 */
@Injectable()
export class ExportKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: DataKeys,
  ) {}

  newKey(): KeyObject {
    return createSecretKey(randomBytes(KEY_BYTES));
  }

  /**
   * Keeps a file's key in the caller's transaction. Throws `export.erased-meanwhile` when one of the subjects has no key any more;
   * erasing one has to wait for the transaction.
   */
  async keep(exportId: string, key: KeyObject, subjectIds: readonly string[], manager: EntityManager): Promise<void> {
    const rows: unknown[] = await manager.query(
      'SELECT subject_id FROM data_keys WHERE subject_id = ANY($1) ORDER BY subject_id FOR KEY SHARE',
      [subjectIds],
    );
    if (rows.length !== subjectIds.length) throw erasedMeanwhile();
    // The export is a subject, too: with its key a file of nobody's words is lost as well.
    const subjects = [...subjectIds, exportId];
    const dataKeys = await this.keys.of(subjects, manager);
    const shares = sharesOf(key.export(), subjects.length).map((share, index) => {
      const dataKey = dataKeys.get(subjects[index]!);
      if (!dataKey) throw erasedMeanwhile();
      return sealContent(dataKey, shareAddress(exportId, subjects[index]!), share);
    });
    await manager.query(
      `INSERT INTO export_shares (export_id, subject_id, share)
       SELECT $1, subject_id, share FROM unnest($2::uuid[], $3::bytea[]) AS input (subject_id, share)`,
      [exportId, subjects, shares],
    );
  }

  /** Throws `export.erased`. */
  async open(exportId: string): Promise<KeyObject> {
    const rows = await this.dataSource.query<{ subject_id: string; share: Buffer; erased: boolean }[]>(
      `SELECT export_shares.subject_id, share, data_keys.subject_id IS NULL AS erased
       FROM export_shares LEFT JOIN data_keys ON data_keys.subject_id = export_shares.subject_id WHERE export_id = $1`,
      [exportId],
    );
    // What is remembered of keys may be minutes old, so the table is asked.
    if (rows.length === 0 || rows.some(({ erased }) => erased)) throw exportErased();
    const dataKeys = await this.keys.find(rows.map(({ subject_id }) => subject_id));
    try {
      const shares = rows.map(({ subject_id, share }) =>
        openContent(dataKeys.get(subject_id)!, shareAddress(exportId, subject_id), share),
      );
      return createSecretKey(shares.reduce(xor));
    } catch {
      // Their key was erased, and there is a new one since they wrote again.
      throw exportErased();
    }
  }

  /** Whatever is left of the file is unreadable from now on. */
  async erase(exportId: string, manager?: EntityManager): Promise<void> {
    await this.keys.erase(exportId, manager);
  }
}

function shareAddress(exportId: string, subjectId: string): FieldAddress {
  return { table: 'export_shares', column: 'share', rowId: `${exportId} ${subjectId}` };
}

/** `count` random parts that make the key together; all but one of them tell nothing about it. */
function sharesOf(key: Buffer, count: number): Buffer[] {
  const random = Array.from({ length: count - 1 }, () => randomBytes(KEY_BYTES));
  return [...random, random.reduce(xor, key)];
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ other[index]!));
}
