import { LRUCache } from 'lru-cache';

import { zonesOfPhone } from '../planning/zones-of-phone.js';

/** Reading a number takes longer than all else that is decided about somebody. */
const cached = new LRUCache<string, readonly string[]>({ max: 50_000 });

/** As `zonesOfPhone`. */
export function knownZones(phone: string): readonly string[] {
  const known = cached.get(phone) ?? zonesOfPhone(phone);
  cached.set(phone, known);
  return known;
}
