import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import type { Overrides } from './apply-overrides.js';
import { Audit } from './audit.service.js';
import { ConfigVersionEntity } from './config-version.entity.js';
import { configChangedMeanwhile, configVersionNotFound } from './tuning.errors.js';

export interface ConfigChange {
  readonly principal: string;
  /** Refused when it is past. */
  readonly expectedVersion?: number;
  readonly note?: string;
  /** The overrides after the change; whatever it throws refuses the change. */
  readonly overridesAfter: (before: Overrides, manager: EntityManager) => Overrides | Promise<Overrides>;
}

/** The overrides, version by version. */
@Injectable()
export class ConfigVersions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async latest(manager: EntityManager = this.dataSource.manager): Promise<ConfigVersionEntity | null> {
    const [latest] = await manager.find(ConfigVersionEntity, { order: { version: 'DESC' }, take: 1 });
    return latest ?? null;
  }

  /** The latest first. */
  list(limit: number): Promise<readonly ConfigVersionEntity[]> {
    return this.dataSource.manager.find(ConfigVersionEntity, { order: { version: 'DESC' }, take: limit });
  }

  /** @throws AppError `engagement.config-version-not-found` */
  async find(version: string, manager: EntityManager): Promise<ConfigVersionEntity> {
    const found = /^\d{1,9}$/.test(version)
      ? await manager.findOneBy(ConfigVersionEntity, { version: Number(version) })
      : null;
    if (!found) throw configVersionNotFound();
    return found;
  }

  /** One more version, noted in the audit. @throws AppError `engagement.config-changed` */
  async add({ principal, expectedVersion, note = '', overridesAfter }: ConfigChange): Promise<ConfigVersionEntity> {
    return this.transactions.run(async (manager) => {
      // One change at a time; reading goes on.
      await manager.query('LOCK TABLE engagement_config_versions IN SHARE ROW EXCLUSIVE MODE');
      const latest = await this.latest(manager);
      const version = latest?.version ?? 0;
      if (expectedVersion !== undefined && expectedVersion !== version) throw configChangedMeanwhile(version);
      const before = latest?.overrides ?? {};
      const next: ConfigVersionEntity = {
        version: version + 1,
        overrides: await overridesAfter(before, manager),
        changedBy: principal,
        changedAt: this.clock.now(),
        note: note || null,
      };
      await manager.insert(ConfigVersionEntity, next);
      await this.audit.note(manager, {
        principal,
        action: 'config.changed',
        subject: String(next.version),
        detail: { before, after: next.overrides, note: next.note },
      });
      return next;
    });
  }
}
