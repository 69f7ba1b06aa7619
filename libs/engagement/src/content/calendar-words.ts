const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const known = new Map<string, ReadonlySet<string>>();

/** The names of days and months in a language, as they are written there. English months that are other words, too, are left out. */
export function calendarWords(language: string): ReadonlySet<string> {
  const kept = known.get(language);
  if (kept) return kept;
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const made = new Set([
    ...Array.from({ length: 7 }, (_, place) => day.format(MONDAY + place * DAY_MS)),
    ...Array.from({ length: 12 }, (_, place) => month.format(Date.UTC(2024, place, 15))),
  ]);
  for (const word of ['May', 'March']) made.delete(word);
  known.set(language, made);
  return made;
}
