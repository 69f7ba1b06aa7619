import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { AutonomyConfig } from '#config';

import { SharedPatterns } from './shared-patterns.service.js';

const HOUR_MS = 3_600_000;

/** Averages when groups are lively. */
@Injectable()
export class PatternsSchedule {
  constructor(
    private readonly patterns: SharedPatterns,
    private readonly config: AutonomyConfig,
  ) {}

  @Schedule({ id: 'autonomy_patterns', name: 'Autonomy: average when groups are lively', everyMs: HOUR_MS })
  async make(): Promise<void> {
    if (this.config.enabled) await this.patterns.make();
  }
}
