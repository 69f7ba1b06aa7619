import type { FieldAddress } from '#security';

/** Where a sealed attachment, or its name, belongs. */
export function mediaAddress(messageId: string, column: 'content' | 'file_name'): FieldAddress {
  return { table: 'media', column, rowId: messageId };
}
