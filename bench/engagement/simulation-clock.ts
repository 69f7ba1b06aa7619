import { Clock } from '#kernel';

/** A clock that stands still until it is moved, and never goes back. */
export class SimulationClock extends Clock {
  private time: number;

  constructor(start: Date) {
    super();
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  moveTo(at: Date): void {
    this.time = Math.max(this.time, at.getTime());
  }
}
