import { readdir, readFile } from 'node:fs/promises';

import { waitFor } from '#testing';

/** The main processes of the browsers whose profile lies in `folder`. */
export async function browserPids(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isBrowser(pid, folder)) ? [pid] : [])));
  return found.flat();
}

/** Ends them at once, as the kernel would, and waits until they are gone. */
export async function killBrowsers(folder: string): Promise<void> {
  const struck = await browserPids(folder);
  for (const pid of struck) kill(pid);
  const gone = async (): Promise<boolean> => (await browserPids(folder)).every((pid) => !struck.includes(pid));
  await waitFor(gone, { what: 'the browser to be gone', everyMs: 5 });
}

async function isBrowser(pid: number, folder: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(`--user-data-dir=${folder}`) && !command.includes('--type=');
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
