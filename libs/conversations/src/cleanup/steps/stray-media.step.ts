import { Injectable } from '@nestjs/common';

import { MediaSweep } from '#messaging';

import type { CleanupCount, CleanupOrder, CleanupStep } from '../cleanup-step.js';

const DAY_MS = 86_400_000;

/** Files of attachments that belong to no message any more. Attachments whose file is gone are counted and told of. */
@Injectable()
export class StrayMediaStep implements CleanupStep {
  readonly id = 'stray_media';

  constructor(private readonly media: MediaSweep) {}

  async run({ dryRun, now, signal }: CleanupOrder): Promise<CleanupCount> {
    const before = new Date(now.getTime() - DAY_MS);
    const { removed, bytes, doubtful } = await this.media.removeStray({ before, dryRun, signal });
    const missing = await this.media.countMissing(signal);
    return {
      removed,
      bytes,
      ...(doubtful > 0 && { kept: doubtful }),
      ...reasonOf(doubtful, missing ?? 0),
    };
  }
}

function reasonOf(doubtful: number, missing: number): { readonly reason?: string } {
  const reasons = [
    doubtful > 0 &&
      `most files in DATA_DIR/media (${doubtful}) belong to no message of this database, so none was removed: is it the right DATA_DIR?`,
    missing > 0 &&
      `the files of ${missing} attachments are not in DATA_DIR/media: bring them back from a backup, or share the folder between the machines`,
  ].filter((reason) => reason !== false);
  return reasons.length > 0 ? { reason: reasons.join('; ') } : {};
}
