import type { Logger } from '../log/logger.js';
import type { HealthReport, HealthStatus } from './health-report.js';

/** Longest wait for one check, in milliseconds: an orchestrator's own probe gives up after a few seconds. */
export const CHECK_LIMIT_MS = 2_000;

const LATE: HealthReport = { status: 'down', reason: `no answer within ${CHECK_LIMIT_MS / 1_000} s` };
const FAILED: HealthReport = { status: 'down', reason: 'the check failed' };

/**
 * One service's check, made safe to call from a public route: it always answers within its limit, callers at the same
 * time share one run, and a run that hangs is not piled on. Logs each change of state.
 */
export class HealthCheck {
  private running?: Promise<HealthReport>;
  private last: HealthStatus = 'up';

  constructor(
    readonly name: string,
    readonly required: boolean,
    private readonly check: () => Promise<HealthReport>,
    private readonly logger: Logger,
    private readonly limitMs = CHECK_LIMIT_MS,
  ) {}

  async run(): Promise<HealthReport> {
    this.running ??= this.runOnce().finally(() => (this.running = undefined));
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<HealthReport>((resolve) => {
      timer = setTimeout(resolve, this.limitMs, LATE);
    });
    try {
      return this.noted(await Promise.race([this.running, limit]));
    } finally {
      clearTimeout(timer);
    }
  }

  private async runOnce(): Promise<HealthReport> {
    try {
      return await this.check();
    } catch (error) {
      this.logger.warn({ err: error, service: this.name }, 'A health check failed.');
      return FAILED;
    }
  }

  private noted(report: HealthReport): HealthReport {
    const { status, reason } = report;
    if (status !== this.last) {
      const level = status === 'up' ? 'info' : 'warn';
      this.logger[level]({ service: this.name, status, reason }, 'A service changed its state.');
    }
    this.last = status;
    return report;
  }
}
