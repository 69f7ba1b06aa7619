import { openSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const MAX_BYTES = 5_000_000;

export interface ServerLog {
  readonly descriptor: number;
  /** How much was in it before. */
  readonly offset: number;
}

/** Opens the log to append. One that grew too large, or that another user wrote, is moved to `<file>.1` first. */
export function openServerLog(file: string): ServerLog {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  try {
    if (size <= MAX_BYTES) return { descriptor: openSync(file, 'a', 0o600), offset: size };
  } catch {
    // Another user's: moved aside below.
  }
  renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), offset: 0 };
}

/** The last line since `offset` that says why the server did not start. */
export async function lastFailure(file: string, offset: number): Promise<string | undefined> {
  const log = await readFile(file).catch(() => Buffer.alloc(0));
  const lines = log.subarray(offset).toString('utf8').split('\n');
  return lines.findLast((line) => line.includes('FATAL') || line.includes('could not'))?.trim();
}
