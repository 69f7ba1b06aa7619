/** The only source of "now". Tests put a clock of their own in its place. */
export abstract class Clock {
  abstract now(): Date;
}
