import type { IncomingHttpHeaders } from 'node:http';

import { isSameOrigin } from './same-origin.js';

/** Whether a page may open sockets: one of ours, or of the sites that the operator has named (`*`: all). Programs have no origin. */
export function isAllowedOrigin(
  headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  origins: readonly string[],
): boolean {
  return isSameOrigin(headers) || origins.includes('*') || origins.includes(headers.origin ?? '');
}
