import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { RowPruning } from '#database';
import { Clock } from '#kernel';

import { PRUNABLE_PERSON_TOKENS } from './prunable-person-tokens.js';

/** A day's worth of it takes seconds. */
const LONGEST_MS = 10 * 60_000;

/** Lets go of tokens that are over. */
@Injectable()
export class TokenSchedule {
  constructor(
    private readonly pruning: RowPruning,
    private readonly clock: Clock,
  ) {}

  @Schedule({ id: 'token_cleanup', name: 'Tokens: forget those that are over', cron: '50 3 * * *', zone: 'UTC' })
  async prune(): Promise<void> {
    await this.pruning.prune(PRUNABLE_PERSON_TOKENS, {
      before: this.clock.now(),
      dryRun: false,
      signal: AbortSignal.timeout(LONGEST_MS),
    });
  }
}
