import { readdir, readFile } from 'node:fs/promises';

/** The main processes of the browsers whose profile lies in `folder`. */
export async function browserPids(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isBrowser(pid, folder)) ? [pid] : [])));
  return found.flat();
}

/** Ends them at once, as the kernel would. */
export async function killBrowsers(folder: string): Promise<void> {
  for (const pid of await browserPids(folder)) kill(pid);
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
