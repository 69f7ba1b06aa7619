/** How an export writes its dates: day-month-year, month-day-year or year-month-day. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

type WrittenDate = readonly [number, number, number];

/**
 * Gathers what the dates of a file say about their order, and decides for the whole file at once: a single date such as
 * 3/4/24 says nothing. Keeps a few counters, however long the file is.
 */
export class DateOrderEvidence {
  private yearFirst = 0;
  private daysFirst = 0;
  private monthsFirst = 0;
  private backwardsIfDaysFirst = 0;
  private backwardsIfMonthsFirst = 0;
  private firstChanges = 0;
  private secondChanges = 0;
  private matters = false;
  private before?: WrittenDate;

  add(date: WrittenDate): void {
    const [first, second] = date;
    this.matters ||= first !== second;
    if (first > 31) this.yearFirst += 1;
    else if (first > 12) this.daysFirst += 1;
    else if (second > 12) this.monthsFirst += 1;
    if (this.before) this.compare(this.before, date);
    this.before = date;
  }

  /** In the order of their weight: a number above 12, time that must not run backwards, the part that changes more often. */
  decide(usLike: boolean): DateOrder {
    if (this.yearFirst > this.daysFirst + this.monthsFirst) return 'ymd';
    const daysAgainstMonths =
      this.daysFirst - this.monthsFirst ||
      this.backwardsIfMonthsFirst - this.backwardsIfDaysFirst ||
      this.firstChanges - this.secondChanges;
    if (daysAgainstMonths === 0) return usLike ? 'mdy' : 'dmy';
    return daysAgainstMonths > 0 ? 'dmy' : 'mdy';
  }

  /** Whether `decide` is no more than a guess: no number above 12 says which of them is the day. */
  get open(): boolean {
    const settled = this.yearFirst > this.daysFirst + this.monthsFirst || this.daysFirst !== this.monthsFirst;
    return this.matters && !settled;
  }

  private compare([first, second, year]: WrittenDate, next: WrittenDate): void {
    if (first !== next[0]) this.firstChanges += 1;
    if (second !== next[1]) this.secondChanges += 1;
    if (year !== next[2]) {
      // Both readings agree on the year, so a step back in it tells nothing.
      return;
    }
    if (next[1] * 31 + next[0] < second * 31 + first) this.backwardsIfDaysFirst += 1;
    if (next[0] * 31 + next[1] < first * 31 + second) this.backwardsIfMonthsFirst += 1;
  }
}
