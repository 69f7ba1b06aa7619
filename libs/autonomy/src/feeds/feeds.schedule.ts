import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { AutonomyConfig } from '#config';

import { FeedFetch } from './feed-fetch.service.js';

const EVERY_MS = 5 * 60_000;

/** Looks at the feeds that are due. */
@Injectable()
export class FeedsSchedule {
  constructor(
    private readonly feeds: FeedFetch,
    private readonly config: AutonomyConfig,
  ) {}

  @Schedule({ id: 'autonomy_feeds', name: 'Autonomy: look at the feeds', everyMs: EVERY_MS })
  async fetch(): Promise<void> {
    if (this.config.enabled) await this.feeds.run(AbortSignal.timeout(EVERY_MS));
  }
}
