const QUARTER_MS = 15 * 60_000;

/** What a clock on the wall of `zone` shows, by the runtime's own calendar and none of our arithmetic. */
export class ClockReading {
  private readonly format: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    });
  }

  /** `date` as `31/12/2026`, and the minute of the day. */
  at(instant: Date): { readonly date: string; readonly minute: number } {
    const [date = '', time = ''] = this.format.format(instant).split(', ');
    const [hour, minute] = time.split(':').map(Number);
    return { date, minute: (hour ?? NaN) * 60 + (minute ?? NaN) };
  }

  /** The first quarter of an hour of the day that it shows. */
  startOfDay(instant: Date): number {
    const { date } = this.at(instant);
    let start = instant.getTime() - this.at(instant).minute * 60_000;
    while (this.at(new Date(start)).date !== date) start += QUARTER_MS;
    while (this.at(new Date(start - QUARTER_MS)).date === date) start -= QUARTER_MS;
    return start;
  }
}
