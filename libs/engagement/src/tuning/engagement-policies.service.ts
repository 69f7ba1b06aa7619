import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ProactiveConfig, ServerConfig } from '#config';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import {
  applyOverrides,
  changedOverrides,
  fittingOverrides,
  type Overrides,
  type SetAside,
} from './apply-overrides.js';
import type { ConfigVersionEntity } from './config-version.entity.js';
import { ConfigVersions } from './config-versions.service.js';
import { policyOf } from './policy-of.js';
import type { SettingValue } from './setting-fields.js';
import { configChangedMeanwhile } from './tuning.errors.js';

/** The settings as they hold now. Version 0 is the environment alone. */
export interface CurrentPolicy {
  readonly version: number;
  readonly policy: EngagementPolicy;
  readonly settings: ProactiveConfig;
  /** As they are stored. */
  readonly overrides: Overrides;
  /** Those that do not hold, since they contradict the environment by now. */
  readonly setAside: readonly SetAside[];
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

export type SettingsPatch = Readonly<Record<string, SettingValue | null>>;

/** Other processes hold to a change after so long. */
const CACHED_MS = 1_000;

/** The settings of writing first: the environment's, with what operators have changed at run time above them. */
@Injectable()
export class EngagementPolicies {
  private readonly logger = new Logger('Engagement');
  /** The version of which was told what does not hold. */
  private told = 0;
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
   * Takes hold in this process at once, in others within a second. Null takes an override away; a patch of nothing changes nothing.
   * @throws AppError `engagement.config-unknown`, `engagement.config-invalid`, or `engagement.config-changed` when `expectedVersion` is past
   */
  async change(patch: SettingsPatch, principal: string, expectedVersion?: number): Promise<CurrentPolicy> {
    if (Object.keys(patch).length === 0) return this.unchanged(expectedVersion);
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

  private async unchanged(expectedVersion: number | undefined): Promise<CurrentPolicy> {
    const current = this.keep(this.policyAt(await this.versions.latest()));
    if (expectedVersion !== undefined && expectedVersion !== current.version) {
      throw configChangedMeanwhile(current.version);
    }
    return current;
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
    const { settings, setAside } = fittingOverrides(this.config, overrides);
    const version = row?.version ?? 0;
    if (setAside.length > 0 && this.told !== version) {
      const names = setAside.map(({ setting }) => setting).join(', ');
      this.logger.warn(
        `These settings contradict the environment and do not hold: ${names}. Look at GET /api/engagements/config.`,
      );
      this.told = version;
    }
    return {
      version,
      policy: policyOf(settings, this.server.timeZone),
      ...{ settings, overrides, setAside },
      changedAt: row?.changedAt ?? null,
      changedBy: row?.changedBy ?? null,
    };
  }
}
