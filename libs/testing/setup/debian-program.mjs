// Programs that tests need and npm does not have. Root on Debian gets them by itself; elsewhere their absence fails in CI only.
import { spawnSync } from 'node:child_process';

/** The first of `commands` that runs here, after installing the Debian package when that is possible; undefined when there is none. */
export function findProgram(commands, debianPackage, what) {
  const found = firstThatRuns(commands) ?? installed(commands, debianPackage);
  if (found) return found;
  const missing = `${debianPackage} is missing; on Debian: apt-get install ${debianPackage}`;
  if (process.env.CI) throw new Error(missing);
  console.log(`Tests ${what} are skipped: ${missing}`);
  return undefined;
}

function installed(commands, debianPackage) {
  if (process.getuid?.() !== 0 || !runs('apt-get')) return undefined;
  console.log(`Installing ${debianPackage} for the tests (apt-get, once) ...`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  return firstThatRuns(commands);
}

function firstThatRuns(commands) {
  return commands.find(runs);
}

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
