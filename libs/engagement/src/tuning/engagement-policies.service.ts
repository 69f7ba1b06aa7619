import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ProactiveConfig, ServerConfig } from '#config';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { applyOverrides, changedOverrides, type Overrides } from './apply-overrides.js';
import type { ConfigVersionEntity } from './config-version.entity.js';
import { ConfigVersions } from './config-versions.service.js';
import { policyOf } from './policy-of.js';
import type { SettingValue } from './setting-fields.js';

/** The settings as they hold now. Version 0 is the environment alone. */
export interface CurrentPolicy {
  readonly version: number;
  readonly policy: EngagementPolicy;
  readonly settings: ProactiveConfig;
  readonly overrides: Overrides;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

export type SettingsPatch = Readonly<Record<string, SettingValue | null>>;

/** Other processes hold to a change after so long. */
const CACHED_MS = 1_000;

/** The settings of writing first: the environment's, with what operators have changed at run time above them. */
@Injectable()
export class EngagementPolicies {
  private cached: { readonly current: CurrentPolicy; readonly until: number } | null = null;

  constructor(
    private readonly versions: ConfigVersions,
    private readonly config: ProactiveConfig,
    private readonly server: ServerConfig,
  ) {}

  /** In a transaction give its manager. Throws when the database cannot be read: then nobody is written to. */
  async current(manager?: EntityManager): Promise<CurrentPolicy> {
    if (this.cached && performance.now() < this.cached.until) return this.cached.current;
    return this.keep(this.policyAt(await this.versions.latest(manager)));
  }

  /** All that the environment says. */
  get defaults(): ProactiveConfig {
    return this.config;
  }

  /**
   * Takes hold in this process at once, in others within a second. Null takes an override away.
   * @throws AppError `engagement.config-unknown`, `engagement.config-invalid`, or `engagement.config-changed` when `expectedVersion` is past
   */
  async change(patch: SettingsPatch, principal: string, expectedVersion?: number): Promise<CurrentPolicy> {
    const overridesAfter = (before: Overrides) => this.checked(changedOverrides(before, patch));
    return this.keep(this.policyAt(await this.versions.add({ principal, expectedVersion, overridesAfter })));
  }

  /** Makes the settings of that version hold again, as a new one. @throws AppError `engagement.config-version-not-found` */
  async restore(version: string, principal: string): Promise<CurrentPolicy> {
    const overridesAfter = async (_: Overrides, manager: EntityManager) =>
      this.checked((await this.versions.find(version, manager)).overrides);
    const note = `restored from ${version}`.slice(0, 80);
    return this.keep(this.policyAt(await this.versions.add({ principal, note, overridesAfter })));
  }

  private checked(overrides: Overrides): Overrides {
    applyOverrides(this.config, overrides);
    return overrides;
  }

  private keep(current: CurrentPolicy): CurrentPolicy {
    this.cached = { current, until: performance.now() + CACHED_MS };
    return current;
  }

  private policyAt(row: ConfigVersionEntity | null): CurrentPolicy {
    const overrides = row?.overrides ?? {};
    const settings = applyOverrides(this.config, overrides);
    return {
      version: row?.version ?? 0,
      policy: policyOf(settings, this.server.timeZone),
      settings,
      overrides,
      changedAt: row?.changedAt ?? null,
      changedBy: row?.changedBy ?? null,
    };
  }
}
