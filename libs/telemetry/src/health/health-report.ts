/** `degraded`: works, but with less than it should. */
export type HealthStatus = 'up' | 'degraded' | 'down';

/** What a service says about itself. Anybody may read it: states, counts and ages, no addresses, keys or versions. */
export interface HealthReport {
  readonly status: HealthStatus;
  /** Why it is not `up`, in a few words. */
  readonly reason?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

/** All services of this process and the worst of their states. */
export interface HealthOverview {
  readonly status: HealthStatus;
  readonly services: Readonly<Record<string, HealthReport>>;
}

const WORST_FIRST: readonly HealthStatus[] = ['down', 'degraded', 'up'];

/** One bad service makes the whole bad; no service at all is `up`. */
export function worstStatus(reports: readonly HealthReport[]): HealthStatus {
  return WORST_FIRST.find((status) => reports.some((report) => report.status === status)) ?? 'up';
}
