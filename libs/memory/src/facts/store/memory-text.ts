import type { FieldAddress } from '#security';

/** Where the text of a memory is sealed. */
export function memoryTextAddress(memoryId: string): FieldAddress {
  return { table: 'memories', column: 'text', rowId: memoryId };
}

/** A memory is a sentence. In UTF-16 units; what is longer is cut. */
export const MEMORY_TEXT_LENGTH = 1_000;
