import { AppError } from '#kernel';

import type { LinkSignal } from './link-signal.js';

type StartFailed = Extract<LinkSignal, { type: 'start-failed' }>;

/** What a failed start means, and why, in words for the operator: never the text of a foreign error. */
export function failureOf(error: unknown, hasLaunched: boolean): StartFailed {
  if (error instanceof AppError) {
    return {
      type: 'start-failed',
      reason: error.message,
      kind: error.code === 'whatsapp.no-chromium' ? 'hopeless' : 'page',
    };
  }
  if (!hasLaunched) {
    const reason =
      'Chromium did not start. Run it by hand to see why; some libraries may be missing (apt-get install chromium).';
    return { type: 'start-failed', reason, kind: 'launch' };
  }
  const code = /net::(ERR_[A-Z_]+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const why = code ? ` (${code})` : '';
  return { type: 'start-failed', reason: `WhatsApp Web could not be loaded${why}.`, kind: 'page' };
}
