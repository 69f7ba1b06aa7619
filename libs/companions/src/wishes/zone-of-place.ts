import { getAllCountries, getAllTimezones, getTimezone } from 'countries-and-timezones';

import { CONSENT_LANGUAGES } from '#messaging';

import { CITY_NAMES } from './city-names.js';
import { foldedText } from './folded-text.js';

/** The IANA name of the zone of a place: a zone, its city in any of our languages, or a country that has one time. Null when it is not known. */
export function zoneOfPlace(place: string): string | null {
  return zones().get(keyOf(place)) ?? null;
}

let known: ReadonlyMap<string, string> | undefined;

/** Made when somebody names one for the first time: it takes some ms. */
function zones(): ReadonlyMap<string, string> {
  known ??= new Map([...countries(), ...ianaNames(), ...cities()].map(([place, zone]) => [keyOf(place), zone]));
  return known;
}

function* countries(): Iterable<readonly [string, string]> {
  const names = CONSENT_LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const { id, timezones } of Object.values(getAllCountries())) {
    const [zone] = timezones;
    const times = new Set(timezones.map(timesOf));
    if (zone === undefined || times.size !== 1) continue;
    for (const name of names) yield [name.of(id) ?? id, zone];
  }
}

/** Its offsets of winter and summer. */
function timesOf(zone: string): string {
  const { utcOffset, dstOffset } = getTimezone(zone) ?? {};
  return `${utcOffset ?? zone} ${dstOffset ?? zone}`;
}

/** `Intl` names zones as they were called when it first knew them (Calcutta). The sign of `Etc/GMT+2` is not what people mean. */
function* ianaNames(): Iterable<readonly [string, string]> {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone'), ...Object.keys(getAllTimezones())];
  for (const zone of zones.filter((name) => name === 'UTC' || (name.includes('/') && !name.startsWith('Etc/')))) {
    yield [zone, zone];
    yield [zone.slice(zone.lastIndexOf('/') + 1), zone];
  }
}

function* cities(): Iterable<readonly [string, string]> {
  for (const [zone, names] of Object.entries(CITY_NAMES)) for (const name of names) yield [name, zone];
}

function keyOf(place: string): string {
  return foldedText(place)
    .folded.toLowerCase()
    .replaceAll(/[\s_.'-]+/g, ' ')
    .trim();
}
