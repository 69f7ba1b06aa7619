/** Something that an operator did, as every audit table has it: ids, names and numbers, no words or phone numbers of anybody. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  /** Id of an API key, or `admin`. */
  readonly principal: string;
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
