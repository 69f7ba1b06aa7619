import type { FieldAddress } from '#security';

export function reactionAddress(reactionId: string): FieldAddress {
  return { table: 'reactions', column: 'emoji', rowId: reactionId };
}
