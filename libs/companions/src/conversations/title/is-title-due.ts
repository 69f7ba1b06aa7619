/** After so many answers there is something to name. */
const FIRST = 2;
/** After so many more the talk may have moved on. */
const EVERY = 20;

export interface TitleStanding {
  /** How many answers were given. */
  readonly answers: number;
  readonly hasTitle: boolean;
  /** Somebody gave the title: it stays. */
  readonly custom: boolean;
}

/** Whether a title is to be made from the talk. */
export function isTitleDue({ answers, hasTitle, custom }: TitleStanding): boolean {
  if (custom || answers < FIRST) return false;
  return !hasTitle || answers % EVERY === 0;
}
