import { isIP } from 'node:net';

import type { OutboundAllowList } from './outbound-allow-list.js';
import { targetRefused } from './outbound.errors.js';
import { isPublicAddress } from './public-address.js';

/** Below it are the ports of mail, files and terminals; a service for us is above, or on 443. */
const FIRST_FREE_PORT = 1_024;

/**
 * Reads the URL of a target, and refuses what is wrong with it before anything is looked up: no credentials, https and
 * a web port, except for hosts on the list; an address in it must be public or on the list.
 * @throws AppError `outbound.refused`
 */
export function readTarget(text: string, allowed: OutboundAllowList): URL {
  if (!URL.canParse(text)) throw targetRefused('not-a-url');
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') throw targetRefused('not-a-url');
  if (url.username !== '' || url.password !== '') throw targetRefused('credentials');
  const host = hostOf(url);
  const named = allowed.allowsHost(host);
  if (isIP(host) !== 0) checkAddresses([host], host, allowed);
  if (named) return url;
  if (url.protocol !== 'https:') throw targetRefused('plain-http');
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT) throw targetRefused('port');
  return url;
}

/**
 * Of a name that leads to several addresses all must be good: one bad one says that somebody plays with the name.
 * @throws AppError `outbound.refused`
 */
export function checkAddresses(addresses: readonly string[], host: string, allowed: OutboundAllowList): void {
  if (allowed.allowsHost(host)) return;
  const bad = addresses.find((address) => !isPublicAddress(address) && !allowed.allowsAddress(address));
  if (bad !== undefined) throw targetRefused('private-address');
}

/** The host without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
