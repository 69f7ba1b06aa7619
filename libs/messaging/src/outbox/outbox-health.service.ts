import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Health, Metrics, type HealthReport } from '#telemetry';

/** Alarms in `/health` while there are messages of the last day of which nobody knows whether they arrived. */
@Injectable()
export class OutboxHealth implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.health.register('outbox', () => this.report(), { required: false });
  }

  private async report(): Promise<HealthReport> {
    const [{ unknown, stopped }] = await this.dataSource.query<[Counts]>(COUNT_SQL);
    this.metrics
      .gauge('outbox_unknown', 'Messages of the last day of which nobody knows whether they arrived')
      .set(unknown);
    const details = { unknown, ...(stopped > 0 && { stopped_accounts: stopped }) };
    if (unknown === 0) return { status: 'up', ...details };
    const reason = `of ${unknown} sent ${unknown === 1 ? 'message' : 'messages'} nobody knows whether they arrived: resolve them in the outbox`;
    return { status: 'degraded', reason, ...details };
  }
}

interface Counts {
  readonly unknown: number;
  readonly stopped: number;
}

const COUNT_SQL = `
SELECT
  (SELECT count(*)::integer FROM outbox WHERE state = 'unknown' AND unknown_at > now() - interval '1 day') AS unknown,
  (SELECT count(*)::integer FROM account_pacing WHERE stopped_at IS NOT NULL) AS stopped`;
