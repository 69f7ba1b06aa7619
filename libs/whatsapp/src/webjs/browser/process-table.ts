import { readdir, readFile } from 'node:fs/promises';

/** One process as the kernel shows it. `startedAt` (ticks since boot) tells it from a later one with the same number. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly startedAt: string;
}

/** The processes of this machine, from `/proc`; empty where there is no `/proc`. */
export async function processTable(): Promise<ProcessEntry[]> {
  const names = await readdir('/proc').catch(() => []);
  const entries = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => processEntry(Number(name))),
  );
  return entries.filter((entry) => entry !== undefined);
}

/** One process; undefined when it is gone or dead and waits for its parent. */
export async function processEntry(pid: number): Promise<ProcessEntry | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return parseStat(stat);
}

/** Reads a line of `/proc/<pid>/stat`. The name in its second field may hold anything, also blanks and brackets. */
export function parseStat(stat: string): ProcessEntry | undefined {
  const pid = Number.parseInt(stat, 10);
  const [state, parent, group, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startedAt = rest[16];
  if (!pid || !startedAt || state === 'Z' || state === 'X') return undefined;
  return { pid, parent: Number(parent), group: Number(group), startedAt };
}

/** Its command line, one entry an argument. Chromium's own processes join them by blanks. */
export async function commandLine(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text.split('\0').filter(Boolean);
}

/** A process, those that descend from it, and those of its group. */
export function treeOf(root: number, table: readonly ProcessEntry[]): ProcessEntry[] {
  const members = new Set([root]);
  for (let before = 0; before !== members.size;) {
    before = members.size;
    for (const { pid, parent, group } of table) if (members.has(parent) || group === root) members.add(pid);
  }
  return table.filter(({ pid }) => members.has(pid));
}

/** Bytes of memory that only these processes use; what they share with others is not counted. */
export async function privateMemory(processes: readonly ProcessEntry[]): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async ({ pid }) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
