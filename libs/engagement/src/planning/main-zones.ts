/**
 * The zones that people know of countries with several, those where most live first: of some whose clocks agree one of these is named, and they come
 * before the others. Spain is Madrid's, not Ceuta's.
 */
const MAIN_ZONES: readonly string[] = [
  ...['Europe/Madrid', 'Europe/Lisbon', 'Europe/Berlin', 'Asia/Nicosia'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix'],
  ...['America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/Winnipeg', 'America/Halifax'],
  ...['America/Mexico_City', 'America/Tijuana', 'America/Cancun', 'America/Sao_Paulo', 'America/Manaus'],
  ...['America/Argentina/Buenos_Aires', 'America/Santiago', 'America/Guayaquil'],
  ...['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Europe/Samara', 'Asia/Vladivostok'],
  ...['Asia/Almaty', 'Asia/Tashkent', 'Asia/Jakarta', 'Asia/Kuala_Lumpur', 'Asia/Ho_Chi_Minh', 'Asia/Shanghai'],
  ...['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth', 'Australia/Adelaide', 'Pacific/Auckland'],
];

/** Sorts zones: the main ones first, the others by their names. Always the same, since learned hours are those of the first. */
export function byMainZone(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : one > other ? 1 : 0);
}

function rankOf(zone: string): number {
  const place = MAIN_ZONES.indexOf(zone);
  return place < 0 ? MAIN_ZONES.length : place;
}
