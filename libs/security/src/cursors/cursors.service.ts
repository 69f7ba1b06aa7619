import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { MasterKeys } from '../keys/master-keys.js';
import { invalidCursor } from '../security.errors.js';

const MAC_BYTES = 16;
const MAX_LENGTH = 2_048;

export type CursorValue = string | number | null;

/** Signs the place where a page ended, so that a client can carry it, and cannot make one up. */
@Injectable()
export class Cursors {
  private readonly key: KeyObject;

  constructor(masterKeys: MasterKeys) {
    this.key = masterKeys.derive('cursors');
  }

  /** `list` names the query, its filters included where they change the order. The values are readable, not secret. */
  sign(list: string, values: readonly CursorValue[]): string {
    const payload = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.mac(list, payload), payload]).toString('base64url');
  }

  /** The `length` values it was signed with. Throws `cursor.invalid` for a forged or cut one, or one of another list. */
  read(list: string, cursor: string, length: number): CursorValue[] {
    if (cursor.length > MAX_LENGTH) throw invalidCursor();
    const bytes = Buffer.from(cursor, 'base64url');
    // Decoding is lenient: only the one spelling that we write is a cursor.
    if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== cursor) throw invalidCursor();
    const payload = bytes.subarray(MAC_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.mac(list, payload))) throw invalidCursor();
    const values = JSON.parse(payload.toString()) as CursorValue[];
    if (values.length !== length) throw invalidCursor();
    return values;
  }

  private mac(list: string, payload: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${list}\0`).update(payload).digest().subarray(0, MAC_BYTES);
  }
}
