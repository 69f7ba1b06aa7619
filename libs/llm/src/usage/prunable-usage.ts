import type { Prunable } from '#database';

/** What the model was used for before `$1`. */
export const PRUNABLE_LLM_USAGE: Prunable = { table: 'llm_usage', where: 'day < $1::date' };

/** How many questions contacts had before `$1`. */
export const PRUNABLE_LLM_CONTACT_DAYS: Prunable = { table: 'llm_contact_days', where: 'day < $1::date' };
