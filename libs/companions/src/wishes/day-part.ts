/** The parts of a day that people speak of. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'night'] as const;

export type DayPart = (typeof DAY_PARTS)[number];

/** In minutes of their day, 0-1439; over midnight when `from` is later. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** What is left out when somebody does not want to be written to then: all of it. */
export const ALL_OF_PART: Readonly<Record<DayPart, Stretch>> = {
  morning: stretch(5, 12),
  afternoon: stretch(12, 18),
  evening: stretch(18, 0),
  night: stretch(21, 7),
};

/** What is left when they want to be written to only then: what nobody would call another part. */
export const CORE_OF_PART: Readonly<Record<DayPart, Stretch>> = {
  morning: stretch(8, 12),
  afternoon: stretch(12, 18),
  evening: stretch(18, 22),
  night: stretch(20, 0),
};

function stretch(from: number, until: number): Stretch {
  return { from: from * 60, until: until * 60 };
}
