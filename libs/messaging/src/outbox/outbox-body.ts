import type { FieldAddress } from '#security';

/** Where the sealed text of an outgoing message lives: it opens in its own row only. */
export function outboxBodyAddress(outboxId: string): FieldAddress {
  return { table: 'outbox', column: 'body', rowId: outboxId };
}
