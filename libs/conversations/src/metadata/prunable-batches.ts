import type { Prunable } from '#database';

/** Batches given to the model before `$1`: the provider forgets them within a day. */
export const PRUNABLE_BATCHES: Prunable = { table: 'metadata_batches', where: 'submitted_at < $1' };
