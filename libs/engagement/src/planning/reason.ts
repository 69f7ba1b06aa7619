/** Why something was planned, skipped or chosen: a code for programs and the numbers it was decided by. Never words of people. */
export interface Reason {
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Short for writing reasons down. */
export function reason(code: string, detail?: Reason['detail']): Reason {
  return detail ? { code, detail } : { code };
}
