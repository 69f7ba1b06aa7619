import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { DataKeys } from '../keys/data-keys.service.js';
import { unreadable } from '../security.errors.js';
import { openField, sealField, type FieldAddress } from './sealed-field.js';

export interface SealedField {
  readonly subjectId: string;
  readonly at: FieldAddress;
  readonly sealed: Buffer;
}

/** Seals and opens texts by their subject, and looks the keys up. For large batches take `DataKeys` and `sealField`. */
@Injectable()
export class FieldCipher {
  constructor(private readonly keys: DataKeys) {}

  /** Makes the subject's key when it has none. */
  async seal(subjectId: string, at: FieldAddress, text: string, manager?: EntityManager): Promise<Buffer> {
    const key = (await this.keys.of([subjectId], manager)).get(subjectId);
    if (!key) throw unreadable();
    return sealField(key, at, text);
  }

  /** Throws `security.unreadable`, also when the subject's key was erased. */
  async open(subjectId: string, at: FieldAddress, sealed: Buffer): Promise<string> {
    const key = (await this.keys.find([subjectId])).get(subjectId);
    if (!key) throw unreadable();
    return openField(key, at, sealed);
  }

  /**
   * In the order of `rows`, with one look-up of keys; null where the key was erased. In a transaction give its manager: whoever holds a
   * connection and waits for another one may wait for ever.
   */
  async openAll(rows: readonly SealedField[], manager?: EntityManager): Promise<(string | null)[]> {
    const keys = await this.keys.find(
      rows.map(({ subjectId }) => subjectId),
      manager,
    );
    return rows.map(({ subjectId, at, sealed }) => {
      const key = keys.get(subjectId);
      return key ? openField(key, at, sealed) : null;
    });
  }
}
