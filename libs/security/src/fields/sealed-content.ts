import type { DataKey } from '../keys/data-key.js';
import { openBytes, sealBytes } from './sealed-bytes.js';
import { contextOf, type FieldAddress } from './sealed-field.js';

/** Encrypts content that is no text, such as a file that belongs to a row: 29 bytes longer than it was. */
export function sealContent({ key }: DataKey, at: FieldAddress, content: Buffer): Buffer {
  return sealBytes(key, contextOf(at), content);
}

/** Throws `security.unreadable` for another key, another address, or bytes that were changed. */
export function openContent({ key }: DataKey, at: FieldAddress, sealed: Buffer): Buffer {
  return openBytes(key, contextOf(at), sealed);
}
