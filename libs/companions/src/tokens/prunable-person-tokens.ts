import type { Prunable } from '#database';

/** Tokens that nobody can use since `$1`. */
export const PRUNABLE_PERSON_TOKENS: Prunable = { table: 'person_tokens', where: 'expires_at < $1' };
