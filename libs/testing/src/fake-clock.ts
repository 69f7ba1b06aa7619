import { Clock } from '#kernel';

/** A clock that stands still until a test moves it. Starts on a Monday noon, UTC, unless told otherwise. */
export class FakeClock extends Clock {
  private time: number;

  constructor(start = new Date('2026-01-05T12:00:00Z')) {
    super();
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }

  set(date: Date): void {
    this.time = date.getTime();
  }
}
