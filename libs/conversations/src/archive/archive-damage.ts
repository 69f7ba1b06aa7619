import type { AppError } from '#kernel';

/** `$1`: the archive, `$2`: what is wrong with it. */
export const NOTE_DAMAGE_SQL = `UPDATE archives SET state = 'damaged', damage = $2 WHERE id = $1 AND (state, damage) IS DISTINCT FROM ('damaged', $2)`;

/** What an `archive.damaged` says of its archive. */
export function damageOf({ details, message }: AppError): string {
  const reason = details?.reason;
  return typeof reason === 'string' ? reason : message;
}
