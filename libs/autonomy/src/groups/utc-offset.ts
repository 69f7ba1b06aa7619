import { IANAZone } from 'luxon';

/** From UTC to the clocks of `zone` at that instant, in seconds; 0 for a zone that there is none of. */
export function utcOffset(zone: string, at: Date): number {
  const iana = IANAZone.create(zone);
  return iana.isValid ? iana.offset(at.getTime()) * 60 : 0;
}
