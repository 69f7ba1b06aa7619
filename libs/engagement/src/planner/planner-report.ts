/** What one run of the planner came to. */
export interface PlannerReport {
  readonly looked: number;
  readonly planned: number;
  /** How many were not written to, by the reason that decided it. */
  readonly skipped: Readonly<Record<string, number>>;
}
