import { createSecretKey, randomBytes } from 'node:crypto';

import { openBytes, sealBytes } from '../fields/sealed-bytes.js';
import { wrongMasterKey } from '../security.errors.js';
import type { DataKey } from './data-key.js';
import type { MasterKey } from './master-keys.js';

const KEY_BYTES = 32;

/** A new random data key for `subjectId`, encrypted with `master` and bound to its subject. */
export function newWrappedDataKey(master: MasterKey, subjectId: string): Buffer {
  return sealBytes(master.key, contextOf(subjectId), randomBytes(KEY_BYTES));
}

/** Throws `security.wrong-master-key` when `master` is not the one it was wrapped with. */
export function unwrapDataKey(master: MasterKey, subjectId: string, wrapped: Buffer): DataKey {
  try {
    return { subjectId, key: createSecretKey(openBytes(master.key, contextOf(subjectId), wrapped)) };
  } catch {
    throw wrongMasterKey(master.version);
  }
}

function contextOf(subjectId: string): string {
  return `data_keys\0wrapped\0${subjectId}`;
}
