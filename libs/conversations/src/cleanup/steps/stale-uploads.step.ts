import { Injectable } from '@nestjs/common';

import { ImportUploads } from '../../import/import-uploads.service.js';
import type { CleanupCount, CleanupOrder, CleanupStep } from '../cleanup-step.js';

/** Uploads for an import that nobody took. */
@Injectable()
export class StaleUploadsStep implements CleanupStep {
  readonly id = 'stale_uploads';

  constructor(private readonly uploads: ImportUploads) {}

  run({ dryRun }: CleanupOrder): Promise<CleanupCount> {
    return this.uploads.removeStale({ dryRun });
  }
}
