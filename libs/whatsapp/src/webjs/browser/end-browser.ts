import { sleep } from '#kernel';

import { commandLine, processEntry, processTable, treeOf, type ProcessEntry } from './process-table.js';

const LOOK_MS = 20;

export interface EndOptions {
  /** Time to end in good order, and so to write down what the page knows. */
  readonly graceMs: number;
  /** Time until the kernel must have taken them away. */
  readonly killMs: number;
}

/** The main processes of all browsers that run on this profile, whoever started them. */
export async function browsersOn(profile: string): Promise<ProcessEntry[]> {
  const table = await processTable();
  const found = await Promise.all(table.map(async (entry) => ((await runsOn(entry.pid, profile)) ? [entry] : [])));
  return found.flat();
}

/**
 * Ends a browser with all its processes: asked first, then killed. Each is looked at again before a signal, so that a process that
 * has taken over the number of a dead one is left alone.
 * @returns whether all are gone
 */
export async function endBrowser(main: ProcessEntry, { graceMs, killMs }: EndOptions): Promise<boolean> {
  const tree = treeOf(main.pid, await processTable());
  if (graceMs > 0) await signal([main], 'SIGTERM');
  if (await gone(tree, graceMs)) return true;
  await signal([...tree, ...treeOf(main.pid, await processTable())], 'SIGKILL');
  return gone(tree, killMs);
}

async function runsOn(pid: number, profile: string): Promise<boolean> {
  const [program, ...args] = await commandLine(pid);
  return (
    program !== undefined &&
    args.includes(`--user-data-dir=${profile}`) &&
    !args.some((arg) => arg.startsWith('--type='))
  );
}

async function signal(processes: readonly ProcessEntry[], name: NodeJS.Signals): Promise<void> {
  for (const one of processes) {
    if (!(await isAlive(one))) continue;
    try {
      process.kill(one.pid, name);
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function gone(processes: readonly ProcessEntry[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const alive = await Promise.all(processes.map(isAlive));
    if (!alive.includes(true)) return true;
    if (performance.now() >= deadline) return false;
    await sleep(LOOK_MS);
  }
}

async function isAlive({ pid, startedAt }: ProcessEntry): Promise<boolean> {
  return (await processEntry(pid))?.startedAt === startedAt;
}
