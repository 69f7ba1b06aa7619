import { Injectable } from '@nestjs/common';

import { ArchiveConfig, CleanupConfig } from '#config';

/** A clean-up as it was asked for; what is left out is as the settings say. */
export interface CleanupRequest {
  readonly archiveRetentionDays?: number;
  readonly compressAfterDays?: number;
  readonly optimizeTables?: boolean;
  readonly dryRun?: boolean;
}

/** Fills what a request leaves out. */
@Injectable()
export class CleanupSettings {
  constructor(
    private readonly cleanup: CleanupConfig,
    private readonly archive: ArchiveConfig,
  ) {}

  fill(request: CleanupRequest): Required<CleanupRequest> {
    return {
      archiveRetentionDays: request.archiveRetentionDays ?? this.archive.retentionDays,
      compressAfterDays: request.compressAfterDays ?? this.cleanup.compressAfterDays,
      optimizeTables: request.optimizeTables ?? this.cleanup.optimizeTables,
      dryRun: request.dryRun ?? false,
    };
  }
}
