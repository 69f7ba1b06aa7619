import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running Postgres writes into `postmaster.pid` of its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections. */
  readonly ready: boolean;
}

/** Undefined when there is no such file, or it is not yet written to its end. */
export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  return parsePostmasterFile(await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => ''));
}

/** The lines as in Postgres' `pidfile.h`: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function parsePostmasterFile(content: string): PostmasterFile | undefined {
  const lines = content.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || !Number.isInteger(port) || pid <= 0 || port <= 0) return undefined;
  return { pid, port, ready: lines[7]?.trim() === 'ready' };
}
