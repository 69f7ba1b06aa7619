const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows there: by `Intl`, so that what is checked with it shares nothing with the planner. */
export interface LocalTime {
  /** `2026-03-29` */
  readonly day: string;
  /** 0-1439 */
  readonly minute: number;
}

export function localTime(at: Date, zone: string): LocalTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  FORMATS.set(zone, made);
  return made;
}
