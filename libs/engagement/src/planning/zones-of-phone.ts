import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { LRUCache } from 'lru-cache';

import { byMainZone } from './main-zones.js';
import { zonesOfCountry } from './zones-of-country.js';

/** Reading a number takes long, and the same people are looked at again and again. */
const known = new LRUCache<string, readonly string[]>({ max: 10_000 });

/**
 * The time zones, as IANA names, in which a phone of this number may be: all of its country's, or of all countries that share the prefix, the main ones first. Empty
 * when the number names no country. Whoever is in one of several is written to when it suits in all of them.
 */
export function zonesOfPhone(phone: string): readonly string[] {
  const zones = known.get(phone) ?? readZones(phone);
  known.set(phone, zones);
  return zones;
}

function readZones(phone: string): readonly string[] {
  const number = parsePhoneNumberFromString(phone.startsWith('+') ? phone : `+${phone}`);
  if (!number) return [];
  const countries = number.country ? [number.country] : number.getPossibleCountries();
  return [...new Set(countries.flatMap(zonesOfCountry))].sort(byMainZone);
}
