/** Rows of one table that may go once they are old enough. */
export interface Prunable {
  readonly table: string;
  /** Which of them, in SQL over `table`; `$1` is the time before which they may go. */
  readonly where: string;
}
