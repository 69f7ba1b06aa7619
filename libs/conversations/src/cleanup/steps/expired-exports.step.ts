import { Injectable } from '@nestjs/common';

import { ExportKeeping } from '../../exports/export-keeping.service.js';
import type { CleanupCount, CleanupOrder, CleanupStep } from '../cleanup-step.js';

/** Exported files whose time is over, their rows when long over, and what a process that died left. */
@Injectable()
export class ExpiredExportsStep implements CleanupStep {
  readonly id = 'expired_exports';

  constructor(private readonly exports: ExportKeeping) {}

  async run({ dryRun, signal }: CleanupOrder): Promise<CleanupCount> {
    const { files, rows, strays } = await this.exports.expire({ dryRun, signal });
    return { removed: files + rows + strays };
  }
}
