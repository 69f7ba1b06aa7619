import type { DataKey } from '../keys/data-key.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** Where a sealed text lives. Moved to another place it no longer opens. */
export interface FieldAddress {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Encrypts one text of a row: 29 bytes longer than its UTF-8. */
export function sealField({ key }: DataKey, at: FieldAddress, text: string): Buffer {
  return sealBytes(key, contextOf(at), text);
}

/** Throws `security.unreadable` for another key, another address, or bytes that were changed. */
export function openField({ key }: DataKey, at: FieldAddress, sealed: Buffer): string {
  return openBytes(key, contextOf(at), sealed).toString('utf8');
}

/** NUL cannot stand in an identifier nor in an id, so no two addresses give one context. */
export function contextOf({ table, column, rowId }: FieldAddress): string {
  return `${table}\0${column}\0${rowId}`;
}
