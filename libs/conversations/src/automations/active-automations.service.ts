import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';

import { Clock } from '#kernel';

import { AutomationEntity } from './automation.entity.js';
import { automationOf, isActive, type ActiveAutomation } from './automation-view.js';

/** Whether there is any is asked with every turn: what another process changed is noticed after so long. */
const CACHED_MS = 3_000;

/** The automations that are switched on. */
@Injectable()
export class ActiveAutomations {
  private known?: { readonly any: boolean; readonly until: number };

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether there is any; may be a few seconds old. */
  async any(): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (this.known && now < this.known.until) return this.known.any;
    const any = await this.dataSource.getRepository(AutomationEntity).exists({ where: { enabledAt: Not(IsNull()) } });
    this.known = { any, until: now + CACHED_MS };
    return any;
  }

  /** Since when there is one; null while there is none. */
  async since(): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ since: Date | null }[]>(
      'SELECT min(enabled_at) AS since FROM automations',
    );
    return row?.since ?? null;
  }

  /** All of them, as they are now, the oldest first. */
  async all(): Promise<readonly ActiveAutomation[]> {
    const rows = await this.dataSource
      .getRepository(AutomationEntity)
      .find({ where: { enabledAt: Not(IsNull()) }, order: { id: 'ASC' } });
    return rows.map(automationOf).filter(isActive);
  }

  /** Something was changed in this process. */
  forget(): void {
    this.known = undefined;
  }
}
