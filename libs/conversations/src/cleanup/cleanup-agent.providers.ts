import type { Provider } from '@nestjs/common';

import { CleanupSettings } from './cleanup-settings.service.js';
import { CLEANUP_STEPS, type CleanupStep } from './cleanup-step.js';
import { CleanupAgent } from './cleanup.agent.js';
import { CleanupService } from './cleanup.service.js';
import { ArchiveSteps } from './steps/archive-steps.service.js';
import { ExpiredExportsStep } from './steps/expired-exports.step.js';
import { RowSteps } from './steps/row-steps.service.js';
import { StaleUploadsStep } from './steps/stale-uploads.step.js';
import { StrayMediaStep } from './steps/stray-media.step.js';
import { StraySessionsStep } from './steps/stray-sessions.step.js';

const GROUPS = [ArchiveSteps, RowSteps];
const SINGLE = [ExpiredExportsStep, StrayMediaStep, StaleUploadsStep, StraySessionsStep];

/** What cleans up, and the steps in their order: archives come before the files that they let go of. */
export const CLEANUP_AT_WORK: readonly Provider[] = [
  CleanupAgent,
  CleanupService,
  CleanupSettings,
  ...GROUPS,
  ...SINGLE,
  {
    provide: CLEANUP_STEPS,
    inject: [...GROUPS, ...SINGLE],
    useFactory: (archives: ArchiveSteps, rows: RowSteps, ...others: CleanupStep[]) => [
      ...archives.all(),
      ...rows.all(),
      ...others,
    ],
  },
];
