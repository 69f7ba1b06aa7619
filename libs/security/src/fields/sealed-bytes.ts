import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

import { unreadable } from '../security.errors.js';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BODY_AT = 1 + NONCE_BYTES;

/** Random bytes are drawn for many nonces at a time: one system call each would halve the speed. */
const noncePool = Buffer.alloc(NONCE_BYTES * 1_024);
let nonceAt = noncePool.length;

/**
 * AES-256-GCM as [1 format][12 nonce][ciphertext][16 tag], bound to `context`. Random nonces are safe for 2^32 seals
 * under one key (NIST SP 800-38D, 8.3).
 */
export function sealBytes(key: KeyObject, context: string, plain: Buffer | string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(BODY_AT + body.length + TAG_BYTES);
  sealed[0] = FORMAT;
  nonce.copy(sealed, 1);
  body.copy(sealed, BODY_AT);
  cipher.getAuthTag().copy(sealed, BODY_AT + body.length);
  return sealed;
}

/** Throws `security.unreadable` when the key, the context or any bit is not the one it was sealed with. */
export function openBytes(key: KeyObject, context: string, sealed: Buffer): Buffer {
  if (sealed.length < BODY_AT + TAG_BYTES || sealed[0] !== FORMAT) throw unreadable();
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, BODY_AT), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(BODY_AT, -TAG_BYTES));
  try {
    decipher.final();
  } catch (error) {
    throw unreadable(error);
  }
  return plain;
}

function nextNonce(): Buffer {
  if (nonceAt >= noncePool.length) {
    randomFillSync(noncePool);
    nonceAt = 0;
  }
  const nonce = noncePool.subarray(nonceAt, nonceAt + NONCE_BYTES);
  nonceAt += NONCE_BYTES;
  return nonce;
}
