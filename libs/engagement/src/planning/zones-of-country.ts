import { getCountry, type CountryCode } from 'countries-and-timezones';

import { byMainZone } from './main-zones.js';
import { offsetAt } from './zone-offset.js';

const WEEK_MS = 7 * 86_400_000;
/** Zones whose clocks agree in all these weeks are one to us. */
const FIRST_WEEK = Date.UTC(2024, 0, 1);
const WEEKS = 7 * 52;

const known = new Map<string, readonly string[]>();

/** The time zones of a country (ISO 3166 code), as IANA names, of those that show the same time the main one; empty when there are none. */
export function zonesOfCountry(code: string): readonly string[] {
  const zones = known.get(code) ?? differentClocks(getCountry(code as CountryCode)?.timezones ?? []);
  known.set(code, zones);
  return zones;
}

function differentClocks(zones: readonly string[]): readonly string[] {
  const clocks = new Map<string, string>();
  for (const zone of zones.toSorted(byMainZone)) {
    const clock = offsetsOf(zone);
    if (!clocks.has(clock)) clocks.set(clock, zone);
  }
  return [...clocks.values()];
}

function offsetsOf(zone: string): string {
  return Array.from({ length: WEEKS }, (_, week) => offsetAt(zone, FIRST_WEEK + week * WEEK_MS)?.offset).join();
}
