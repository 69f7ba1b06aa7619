import type { Usage } from '../port/completion.js';

/** What an attempt used, as far as it is known. */
export interface AttemptResult {
  readonly model: string;
  readonly usage: Usage;
}
