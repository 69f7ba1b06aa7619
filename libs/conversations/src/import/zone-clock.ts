import { IANAZone } from 'luxon';

import { unknownZone } from './import.errors.js';

const MILLISECONDS_A_MINUTE = 60_000;
const MILLISECONDS_A_DAY = 86_400_000;

/** The zone this machine is set to. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Turns the wall time of successive messages into instants. A time that the clocks skipped counts as the same distance
 * after the change; one that they showed twice is the first of the two, unless that would be before the last message.
 * (The library's own dates are of no use here: it makes them in the machine's zone, where an hour may be missing.)
 */
export class ZoneClock {
  private readonly zone: IANAZone;
  private day = Number.NaN;
  private before = 0;
  private after = 0;
  private last = Number.NEGATIVE_INFINITY;

  /** Throws `import.zone-unknown`. */
  constructor(zone: string) {
    if (!IANAZone.isValidZone(zone)) throw unknownZone();
    this.zone = IANAZone.create(zone);
  }

  /** `wall` as of `wallTime()`. */
  instantOf(wall: number): Date {
    this.lookUpOffsets(wall);
    this.last = this.choose(wall - this.before, wall - this.after);
    return new Date(this.last);
  }

  /** From the instants that a wall time means with the offset before and after a change of the clocks. */
  private choose(beforeChange: number, afterChange: number): number {
    if (beforeChange === afterChange) return beforeChange;
    const isBefore = this.offsetAt(beforeChange) === this.before;
    const isAfter = this.offsetAt(afterChange) === this.after;
    if (isBefore && isAfter) return beforeChange < this.last && afterChange >= this.last ? afterChange : beforeChange;
    // Neither holds for a skipped time: the old offset moves it to the same distance after the change.
    return isAfter ? afterChange : beforeChange;
  }

  /** The offsets a day before and after differ only near a change of the clocks. Asked for once a day, as it is slow. */
  private lookUpOffsets(wall: number): void {
    const day = Math.floor(wall / MILLISECONDS_A_DAY);
    if (day === this.day) return;
    this.day = day;
    this.before = this.offsetAt((day - 1) * MILLISECONDS_A_DAY);
    this.after = this.offsetAt((day + 2) * MILLISECONDS_A_DAY);
  }

  private offsetAt(instant: number): number {
    return this.zone.offset(instant) * MILLISECONDS_A_MINUTE;
  }
}
