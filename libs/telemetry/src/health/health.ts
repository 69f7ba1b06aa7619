import { Injectable, type OnModuleDestroy } from '@nestjs/common';

import { Logger } from '../log/logger.js';
import { HealthCheck } from './health-check.js';
import { worstStatus, type HealthOverview, type HealthReport } from './health-report.js';

export interface HealthOptions {
  /** Whether this process can do its work without the service. A service that is not required never makes it unready. */
  readonly required?: boolean;
}

/** Knows the services of this process, how they are, and whether the process can take work. */
@Injectable()
export class Health implements OnModuleDestroy {
  private readonly checks = new Map<string, HealthCheck>();
  private ready = false;

  constructor(private readonly logger: Logger) {}

  /** `check` is run for each look at `/health`: one cheap question to the service. Services are required by default. */
  register(name: string, check: () => Promise<HealthReport>, { required = true }: HealthOptions = {}): void {
    this.checks.set(name, new HealthCheck(name, required, check, this.logger));
  }

  /** The process is up and may get traffic, as far as its services are up, too. */
  markReady(): void {
    this.ready = true;
  }

  /** The process is on its way out and wants no more traffic. */
  markStopping(): void {
    this.ready = false;
  }

  onModuleDestroy(): void {
    this.markStopping();
  }

  async overview(): Promise<HealthOverview> {
    const checks = [...this.checks.values()];
    const reports = await Promise.all(checks.map(async (check) => [check.name, await check.run()] as const));
    return { status: worstStatus(reports.map(([, report]) => report)), services: Object.fromEntries(reports) };
  }

  async isReady(): Promise<boolean> {
    if (!this.ready) return false;
    const required = [...this.checks.values()].filter((check) => check.required);
    const reports = await Promise.all(required.map((check) => check.run()));
    return worstStatus(reports) !== 'down';
  }
}
