import type { FieldAddress } from '#security';

/** Where the sealed text that links a phone lives. */
export function linkingAddress(accountId: string): FieldAddress {
  return { table: 'accounts', column: 'linking', rowId: accountId };
}
