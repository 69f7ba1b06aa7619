import { knownZones } from './known-zones.js';
import type { KnownPerson } from './known-person.js';

/** What says where somebody is. */
export interface WhereaboutsKnown {
  readonly zone: string | null;
  readonly zoneBy: 'operator' | 'chat' | null;
  readonly phones: readonly string[];
}

/** The zones in which somebody may be: what was said of it, else what their number says, else the setting for everybody. */
export function whereabouts(
  { zone, zoneBy, phones }: WhereaboutsKnown,
  setting: string,
): Pick<KnownPerson, 'zones' | 'zonesFrom'> {
  if (zone !== null) return { zones: [zone], zonesFrom: zoneBy ?? 'operator' };
  const zones = [...new Set(phones.flatMap(knownZones))];
  return zones.length > 0 ? { zones, zonesFrom: 'number' } : { zones: [setting], zonesFrom: 'setting' };
}
