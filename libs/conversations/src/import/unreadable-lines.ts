export const UNREADABLE_REASONS = {
  beforeFirstMessage: 'stands before the first message',
  noSuchTime: 'its date or time does not exist in the date order of this file',
  ofUnreadMessage: 'belongs to a message that could not be read',
  otherForm: 'looks like a message in another form than the rest: kept as text of the message above',
  cut: 'is too long: its end is left out',
  messageTooLong: 'belongs to a message that is too long: left out',
  notUnderstood: 'is not understood',
} as const;

export type UnreadableReason = (typeof UNREADABLE_REASONS)[keyof typeof UNREADABLE_REASONS];

export interface UnreadableReport {
  /** How many there are in all; `lines` names the first of them. */
  readonly total: number;
  readonly lines: readonly { readonly line: number; readonly reason: UnreadableReason }[];
}

const MAX_LINES_NAMED = 1_000;

/** Collects which lines could not be read and why, never what they say. */
export class UnreadableLines {
  private readonly lines: { line: number; reason: UnreadableReason }[] = [];
  private total = 0;

  add(line: number, reason: UnreadableReason): void {
    this.total += 1;
    if (this.lines.length < MAX_LINES_NAMED) this.lines.push({ line, reason });
  }

  report(): UnreadableReport {
    return { total: this.total, lines: this.lines };
  }
}
