import { Injectable } from '@nestjs/common';

import { ArchiveKeeping } from '../../archive/archive-keeping.service.js';
import type { CleanupStep } from '../cleanup-step.js';

/** What is done with archives: those that are over go, others become smaller, and no payload stays behind. */
@Injectable()
export class ArchiveSteps {
  constructor(private readonly archives: ArchiveKeeping) {}

  all(): CleanupStep[] {
    return [
      {
        id: 'expired_archives',
        run: async ({ dryRun, signal, archiveRetentionDays: olderThanDays }) => {
          const { archives, messages } = await this.archives.expire({ dryRun, signal, olderThanDays });
          return { removed: archives, ...(archives > 0 && { reason: `they held ${messages} messages` }) };
        },
      },
      {
        id: 'uncompressed_archives',
        run: async ({ dryRun, signal, compressAfterDays: olderThanDays }) => {
          const { compressed, failed } = await this.archives.compress({ dryRun, signal, olderThanDays });
          const reason = 'they could not be read: GET archives tells which are damaged';
          return { removed: compressed, ...(failed > 0 && { kept: failed, reason }) };
        },
      },
      {
        id: 'stray_archive_payloads',
        run: async ({ dryRun, signal }) => {
          const { payloads, doubtful } = await this.archives.removeStray({ dryRun, signal });
          const reason =
            'most of the payloads in the store belong to no archive of this database, so none was removed: does another installation use this DATA_DIR or bucket?';
          return { removed: payloads, ...(doubtful > 0 && { kept: doubtful, reason }) };
        },
      },
    ];
  }
}
