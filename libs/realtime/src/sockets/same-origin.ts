import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a handshake may come from where it comes from: our own pages, and programs, which have no origin. Browsers open sockets to
 * anywhere without asking, so the page's origin is all there is to go by.
 */
export function isSameOrigin({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>): boolean {
  if (origin === undefined) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: place } = new URL(origin);
  const ours = `${protocol}//${host}`;
  // A proxy may speak another protocol to us than to the browser, so only the place is compared; its default port depends on the protocol.
  return URL.canParse(ours) && new URL(ours).host === place;
}
