/** Where simulated people live: the number they have, and the clock that really hangs on their wall. */
export interface Home {
  /** The number without its last six digits. */
  readonly prefix: string;
  readonly zone: string;
  readonly language: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it';
}

/** In many zones, some of which change their clocks between February and May; some numbers tell a country that has several zones. */
export const HOMES: readonly Home[] = [
  { prefix: '34600', zone: 'Europe/Madrid', language: 'es' },
  { prefix: '34611', zone: 'Europe/Madrid', language: 'es' },
  { prefix: '447400', zone: 'Europe/London', language: 'en' },
  { prefix: '447500', zone: 'Europe/London', language: 'en' },
  { prefix: '4915112', zone: 'Europe/Berlin', language: 'de' },
  { prefix: '33612', zone: 'Europe/Paris', language: 'fr' },
  { prefix: '39320', zone: 'Europe/Rome', language: 'it' },
  { prefix: '351912', zone: 'Europe/Lisbon', language: 'pt' },
  { prefix: '351913', zone: 'Atlantic/Azores', language: 'pt' },
  { prefix: '353871', zone: 'Europe/Dublin', language: 'en' },
  { prefix: '12122', zone: 'America/New_York', language: 'en' },
  { prefix: '13122', zone: 'America/Chicago', language: 'en' },
  { prefix: '14152', zone: 'America/Los_Angeles', language: 'en' },
  { prefix: '16042', zone: 'America/Vancouver', language: 'en' },
  { prefix: '525512', zone: 'America/Mexico_City', language: 'es' },
  { prefix: '5491122', zone: 'America/Argentina/Buenos_Aires', language: 'es' },
  { prefix: '569612', zone: 'America/Santiago', language: 'es' },
  { prefix: '573101', zone: 'America/Bogota', language: 'es' },
  { prefix: '5511998', zone: 'America/Sao_Paulo', language: 'pt' },
  { prefix: '61412', zone: 'Australia/Sydney', language: 'en' },
  { prefix: '61413', zone: 'Australia/Perth', language: 'en' },
  { prefix: '6421', zone: 'Pacific/Auckland', language: 'en' },
  { prefix: '919812', zone: 'Asia/Kolkata', language: 'en' },
  { prefix: '6591', zone: 'Asia/Singapore', language: 'en' },
  { prefix: '2782', zone: 'Africa/Johannesburg', language: 'en' },
  { prefix: '2348031', zone: 'Africa/Lagos', language: 'en' },
  { prefix: '254712', zone: 'Africa/Nairobi', language: 'en' },
  { prefix: '971501', zone: 'Asia/Dubai', language: 'en' },
  { prefix: '9779841', zone: 'Asia/Kathmandu', language: 'en' },
  { prefix: '4367', zone: 'Europe/Vienna', language: 'de' },
];
