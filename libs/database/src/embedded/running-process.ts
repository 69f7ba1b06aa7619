import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

import { errorCode } from '../error-code.js';

const LINUX = process.platform === 'linux';

/** One certain process, which a later one with the same pid is not taken for. */
export interface RunningProcess {
  readonly pid: number;
  /** On Linux with the start in clock ticks since boot, elsewhere the pid alone. */
  readonly identity: string;
}

/** Undefined when there is no such process, or only a zombie. */
export function findProcess(pid: number): RunningProcess | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (errorCode(error) !== 'EPERM') return undefined;
  }
  const identity = LINUX ? linuxIdentity(pid) : String(pid);
  return identity === undefined ? undefined : { pid, identity };
}

export function isAlive({ pid, identity }: RunningProcess): boolean {
  return findProcess(pid)?.identity === identity;
}

/** Whether process `pid` is a server that works in `folder`. Postgres makes its data folder the working directory. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return LINUX
      ? readlinkSync(`/proc/${pid}/cwd`) === folder
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, and may hold anything: the rest is counted from its end (proc(5): state is 3, starttime 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${pid}@${fields[19]}`;
  } catch {
    return undefined;
  }
}
