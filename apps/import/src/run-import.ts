import type { ImportReport } from '#conversations';
import { sleep } from '#kernel';

import type { ImportArguments } from './import-arguments.js';
import type { ImportClient } from './import-client.js';
import { ImportRefused } from './import-failure.js';
import type { ProgressLine } from './progress-line.js';

const POLL_MS = 250;

/** Says in which order the dates of a file are to be read that leaves it open. */
export type DateOrderChoice = (guess: string) => Promise<string>;

/** Uploads an export and waits until it is imported. Throws an Error of one clear line. */
export async function runImport(
  client: Pick<ImportClient, 'upload' | 'task'>,
  options: ImportArguments,
  progress: Pick<ProgressLine, 'show' | 'end'>,
  choose: DateOrderChoice,
  pollMs = POLL_MS,
): Promise<ImportReport> {
  const taskId = await upload(client, options, choose);
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

async function upload(
  client: Pick<ImportClient, 'upload'>,
  options: ImportArguments,
  choose: DateOrderChoice,
): Promise<string> {
  try {
    return await client.upload(options);
  } catch (error) {
    if (!(error instanceof ImportRefused) || error.problem.guess === undefined) throw error;
    return client.upload({ ...options, dateOrder: await choose(error.problem.guess) });
  }
}
