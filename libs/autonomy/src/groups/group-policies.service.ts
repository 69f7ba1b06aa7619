import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AutonomyConfig, ServerConfig } from '#config';

import type { AutonomySettings } from '../engine/autonomy-settings.js';
import { WordTokens } from '../observing/word-tokens.service.js';
import { SharedPatterns } from '../patterns/shared-patterns.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import type { EngineName } from './engine-name.js';
import { utcOffset } from './utc-offset.js';

/** What holds in one group: its own settings, and where it has none, those of all. */
export interface GroupPolicy {
  /** `AUTONOMY_ENABLED`. */
  readonly enabled: boolean;
  readonly engine: EngineName;
  /** IANA name. */
  readonly zone: string;
  /** As `AUTONOMY_QUIET_HOURS` has them, of the group's own day. */
  readonly quietHours: string;
  readonly settings: AutonomySettings;
}

/** Makes the policies of groups. */
@Injectable()
export class GroupPolicies {
  constructor(
    private readonly config: AutonomyConfig,
    private readonly server: ServerConfig,
    private readonly words: WordTokens,
    private readonly patterns: SharedPatterns,
  ) {}

  /** Within a transaction, with its manager. */
  async of(group: AutonomyGroupEntity, now: Date, manager?: EntityManager): Promise<GroupPolicy> {
    const zone = group.zone ?? this.server.timeZone;
    return {
      enabled: this.config.enabled,
      engine: group.engine ?? this.config.engine,
      zone,
      quietHours: this.config.quietHours,
      settings: {
        muted: group.muted,
        actionsPerHour: group.actionsPerHour ?? this.config.actionsPerHour,
        actionsPerDay: group.actionsPerDay ?? this.config.actionsPerDay,
        answersAtOnce: group.answersAtOnce ?? this.config.answersAtOnce,
        answersPerHour: group.answersPerHour ?? this.config.answersPerHour,
        utcOffset: utcOffset(zone, now),
        interests: group.interests.flatMap((interest) => this.words.of(interest)),
        sharedPattern: group.sharePattern ? await this.patterns.current(manager) : null,
      },
    };
  }
}
