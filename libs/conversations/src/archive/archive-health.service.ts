import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Health, type HealthReport } from '#telemetry';

/** Alarms in `/health` while archives are damaged: their messages are neither read nor found nor restored. */
@Injectable()
export class ArchiveHealth implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    this.health.register('archives', () => this.report(), { required: false });
  }

  private async report(): Promise<HealthReport> {
    const [{ damaged }] = await this.dataSource.query<[{ damaged: number }]>(
      `SELECT count(*)::integer AS damaged FROM archives WHERE state = 'damaged'`,
    );
    if (damaged === 0) return { status: 'up', damaged };
    const reason = `${damaged} ${damaged === 1 ? 'archive is' : 'archives are'} damaged: bring the payloads back from a backup, then restore the chats (GET /api/conversations/archives?state=damaged lists them)`;
    return { status: 'degraded', reason, damaged };
  }
}
