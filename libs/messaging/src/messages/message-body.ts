import type { FieldAddress } from '#security';

/** Where a message's sealed text lives: it opens in its own row only. */
export function messageBodyAddress(messageId: string): FieldAddress {
  return { table: 'messages', column: 'body', rowId: messageId };
}
