import { IANAZone } from 'luxon';

const MILLISECONDS_A_MINUTE = 60_000;

/** What a clock on the wall shows. */
export interface WallTime {
  /** 2024-12-31 */
  readonly date: string;
  /** 23:59:58 */
  readonly time: string;
}

/** The clock of a zone. */
export class WallClock {
  private readonly zone: IANAZone;

  constructor(zone: string) {
    this.zone = IANAZone.create(zone);
  }

  at(instant: Date): WallTime {
    const [date = '', rest = ''] = this.shifted(instant).toISOString().split('T');
    return { date, time: rest.slice(0, 8) };
  }

  /** 2024-12-31T23:59:58.123+01:00 */
  iso(instant: Date): string {
    const offset = this.zone.offset(instant.getTime());
    const minutes = Math.abs(Math.round(offset));
    const sign = offset < 0 ? '-' : '+';
    const shift = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    return this.shifted(instant).toISOString().replace('Z', shift);
  }

  private shifted(instant: Date): Date {
    return new Date(instant.getTime() + this.zone.offset(instant.getTime()) * MILLISECONDS_A_MINUTE);
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
