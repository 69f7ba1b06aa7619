import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { MediaRevocations } from '../media/media-revocations.service.js';
import { EarlyRevisions } from './early-revisions.service.js';
import { MessageRevisions } from './message-revisions.service.js';

const SWEEP_MS = 60_000;
const MAX_AT_ONCE = 500;
/** A message that has not come after so long will not come. */
const KEEP_MS = 7 * 24 * 60 * 60_000;

/** Tries what came too early once more: two addresses may have turned out to be one chat. Destroys what waited in vain. */
@Injectable()
export class EarlyRevisionSweep {
  constructor(
    private readonly early: EarlyRevisions,
    private readonly revisions: MessageRevisions,
    private readonly media: MediaRevocations,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    try {
      const done: string[] = [];
      for (const revision of await this.early.oldest(MAX_AT_ONCE)) {
        if (!(await this.revisions.apply(revision))) continue;
        if (revision.revokedAt) await this.media.forget(revision.accountId, revision.messageId);
        done.push(revision.id);
      }
      await this.early.forget(done);
      await this.early.forgetBefore(new Date(this.clock.now().getTime() - KEEP_MS));
    } catch (error) {
      this.logger.error({ err: error }, 'early edits and deletions could not be swept; the next sweep tries again');
    }
  }
}
