/** After so many answers there is something to name. */
const FIRST = 2;
/** Where none could be made it is tried with each answer until so many, then with each so many. */
const SOON = 5;
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
  return answers % EVERY === 0 || (!hasTitle && (answers < SOON || answers % SOON === 0));
}
