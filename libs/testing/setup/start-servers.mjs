// Jest's global setup: a Postgres and a Redis for this run, their addresses in TEST_DATABASE_URL and TEST_REDIS_URL.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const REDIS_MISSING = 'redis-server is missing; on Debian: apt-get install redis-server';

let stopKeeper;

export default async function startServers() {
  const redis = hasRedis();
  // The keeper has a process group of its own, so that Ctrl-C reaches it only through us, and it ends when our end of the pipe closes,
  // however we die.
  const keeper = spawn(process.execPath, [`${import.meta.dirname}/keep-servers.mjs`, redis ? 'redis' : 'no-redis'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(keeper, 'exit');
  const addresses = await Promise.race([once(createInterface({ input: keeper.stdout }), 'line'), exited]);
  if (keeper.exitCode !== null) throw new Error('The servers for the tests did not start: see above.');
  Object.assign(process.env, JSON.parse(addresses[0]));
  stopKeeper = async () => {
    keeper.stdin.end();
    await exited;
  };
}

/** Jest loads the teardown in the process of the set-up, so that this module is the same one. */
export async function stopServers() {
  await stopKeeper?.();
}

function hasRedis() {
  if (runs('redis-server', ['--version'])) return true;
  if (process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
    console.log('Installing redis-server for the tests (apt-get, once) ...');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    if (runs('redis-server', ['--version'])) return true;
  }
  if (process.env.CI) throw new Error(REDIS_MISSING);
  console.log(`Tests on Redis are skipped: ${REDIS_MISSING}`);
  return false;
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
