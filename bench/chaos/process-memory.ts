import { readdir, readFile } from 'node:fs/promises';

/** Resident memory of a process, in MB; 0 when there is none. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

/** Resident memory of a process and all that descend from it, in MB; what they share counts for each. */
export async function familyMb(ancestor: number): Promise<number> {
  const parents = await parentsOfAll();
  const family = [...parents.keys()].filter((pid) => descends(pid, ancestor, parents));
  const sizes = await Promise.all(family.map(residentMb));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function descends(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  let at: number | undefined = pid;
  while (at !== undefined && at > 1) {
    if (at === ancestor) return true;
    at = parents.get(at);
  }
  return false;
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(
    pids.map(async (pid): Promise<[number, number]> => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [pid, Number(/\) \S (\d+)/.exec(stat)?.[1] ?? 0)];
    }),
  );
  return new Map(pairs);
}
