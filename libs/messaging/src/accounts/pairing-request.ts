import type { FieldAddress } from '#security';

/** Somebody who asks for a pairing code waits so long for the connector. */
export const PAIRING_WAIT_MS = 20_000;

export function pairingAddress(requestId: string, column: 'phone' | 'code'): FieldAddress {
  return { table: 'pairing_requests', column, rowId: requestId };
}
