import type { ImportReport } from '#conversations';
import { sleep } from '#kernel';

import type { ImportArguments } from './import-arguments.js';
import type { ImportClient } from './import-client.js';
import type { ProgressLine } from './progress-line.js';

const POLL_MS = 250;

/** Uploads an export and waits until it is imported. Throws an Error of one clear line. */
export async function runImport(
  client: Pick<ImportClient, 'upload' | 'task'>,
  options: ImportArguments,
  progress: Pick<ProgressLine, 'show' | 'end'>,
  pollMs = POLL_MS,
): Promise<ImportReport> {
  const taskId = await client.upload(options);
  try {
    for (;;) {
      const { status, progress_message: message, output_data: report, error } = await client.task(taskId);
      if (status === 'completed' && report) return report;
      if (status === 'failed' || status === 'cancelled') throw new Error(error?.message ?? `The import was ${status}.`);
      progress.show(message, Date.now());
      await sleep(pollMs);
    }
  } finally {
    progress.end();
  }
}
