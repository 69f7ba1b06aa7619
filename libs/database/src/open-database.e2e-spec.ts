import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

import { TestProgram, waitFor } from '#testing';

import { openDatabase } from './open-database.js';

const HOLDER = join(import.meta.dirname, '../testing/hold-database.ts');

/** A folder whose database is set up already: a copy is faster than a set-up for each test. */
let pristine: string;
let dataDir: string;

beforeAll(async () => {
  pristine = await newFolder();
  await (await openDatabase({ dataDir: pristine })).stop();
});

beforeEach(async () => {
  dataDir = await newFolder();
  execFileSync('cp', ['-a', `${pristine}/.`, dataDir]);
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));
afterAll(() => rm(pristine, { recursive: true, force: true }));

describe('openDatabase', () => {
  it('opens, stops and opens again with the data still there, closed to other users', async () => {
    const first = await openDatabase({ dataDir });
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await openDatabase({ dataDir });
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
    expect((await stat(dataDir)).mode & 0o007).toBe(0);
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    await expect(stat(join(dataDir, 'secretary.lock'))).rejects.toThrow('ENOENT');
  });

  it('commits to disk, on loopback only, and logs no data', async () => {
    const database = await openDatabase({ dataDir });
    const [row] = await query(
      database.url,
      `SELECT current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
        current_setting('listen_addresses') address, current_setting('unix_socket_directories') sockets`,
    );
    expect(row).toEqual({ fsync: 'on', commit: 'on', address: '127.0.0.1', sockets: '' });
    await query(database.url, `CREATE TABLE once (word text PRIMARY KEY); INSERT INTO once VALUES ('canary')`);
    await expect(query(database.url, `INSERT INTO once VALUES ('canary')`)).rejects.toThrow('duplicate key');
    await database.stop();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('canary');
  });

  it('takes over the server of a killed process', async () => {
    const owner = TestProgram.start(HOLDER, { args: [dataDir] });
    const url = await owner.line();
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await owner.kill();

    const database = await openDatabase({ dataDir });
    expect(database.url).toBe(url);
    expect(await query(database.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await database.stop();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('starts anew when the server was killed together with its owner', async () => {
    const owner = TestProgram.start(HOLDER, { args: [dataDir] });
    await query(await owner.line(), 'CREATE TABLE kept AS SELECT 1 AS one');
    await owner.kill();
    process.kill(await serverPid(), 'SIGKILL');

    const database = await openDatabase({ dataDir });
    expect(await query(database.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('replaces a server that does not know our password', async () => {
    const owner = TestProgram.start(HOLDER, { args: [dataDir] });
    const url = await owner.line();
    await owner.kill();
    const left = await serverPid();
    await query(url, `ALTER USER secretary PASSWORD 'another'`);

    // The new server has the changed password too, so that nobody can use it; but it must be a new one.
    const database = await openDatabase({ dataDir });
    expect(await serverPid()).not.toBe(left);
    await database.stop();
  });

  it('is not fooled by a pid that belongs to another process by now', async () => {
    const bystander = spawn('sleep', ['60']);
    const pidFile = [bystander.pid, '/elsewhere', 0, 1, '', '127.0.0.1', '0 0', 'ready', ''];
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), pidFile.join('\n'));
    await writeFile(join(dataDir, 'secretary.lock'), `${bystander.pid}\n${bystander.pid}@0\n`);

    const database = await openDatabase({ dataDir });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(bystander.signalCode).toBeNull();
    bystander.kill();
    await database.stop();
  });

  it('refuses a second process on the same folder, and the same process twice', async () => {
    const database = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'database.in-use' });
    const second = TestProgram.start(HOLDER, { args: [dataDir] });
    expect(await second.finish()).toBe(1);
    expect(second.errors).toContain(`is in use by a running Secretary (process ${process.pid})`);

    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('starts the server again when it dies under us', async () => {
    const progress: string[] = [];
    const database = await openDatabase({ dataDir, onProgress: (message) => progress.push(message) });
    await query(database.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await serverPid(), 'SIGKILL');

    const rows = await waitFor(() => query(database.url, 'SELECT one FROM kept').catch(() => undefined), {
      what: 'the server to be back',
    });
    expect(rows).toEqual([{ one: 1 }]);
    expect(progress).toContain('The embedded Postgres ended unexpectedly: starting it again');
    await database.stop();
  });

  it('does not take a half made data folder for a whole one', async () => {
    await rm(join(dataDir, 'postgres'), { recursive: true });
    await mkdir(join(dataDir, 'postgres.new'));
    await writeFile(join(dataDir, 'postgres.new/PG_VERSION'), '18\n');
    await writeFile(join(dataDir, 'postgres-password'), 'of the first try');
    const database = await openDatabase({ dataDir });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('says what stands in the way of the folder', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(openDatabase({ dataDir: join(dataDir, 'file/below') })).rejects.toMatchObject({
      code: 'database.data-dir',
      message: expect.stringContaining('Set DATA_DIR to a folder of yours'),
    });
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('names the folder that bars the way of the user postgres (as root)', async () => {
    await emptyDataDir();
    await expect(openDatabase({ dataDir: join(dataDir, 'home/data') })).rejects.toMatchObject({
      code: 'database.data-dir',
      message: expect.stringContaining(`cannot pass through ${dataDir} `),
    });
  });

  it('says when the folder is not writable', async () => {
    await chmod(dataDir, 0o500);
    // Root may write everywhere: then somebody else tries.
    const failure = process.getuid?.() === 0 ? runAsNobody() : openDatabase({ dataDir: join(dataDir, 'data') });
    await expect(failure).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be made or written \(EACCES\)/),
    });
    // So that whoever is not root can remove it again.
    await chmod(dataDir, 0o700);
  });

  asRoot('works as an ordinary user, on a folder of that user, and then as root', async () => {
    await emptyDataDir();
    execFileSync('chown', ['nobody', dataDir]);
    await runAsNobody();
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe((await stat(dataDir)).uid);

    const database = await openDatabase({ dataDir });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
    await runAsNobody();
  });
});

describe('openDatabase with an address', () => {
  it('looks only whether that server answers', async () => {
    const url = process.env.TEST_DATABASE_URL ?? '';
    const database = await openDatabase({ dataDir, url });
    expect(database).toMatchObject({ url, embedded: false });
    await database.stop();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['nobody listens', 'postgres://me:canary@127.0.0.1:1/x', '127.0.0.1:1/x does not answer'],
    ['the host is unknown', 'postgres://me:canary@nowhere.invalid/x', 'nowhere.invalid:5432/x has'],
    ['the address cannot be read', 'postgres://me:can#ary@host:1/x', 'cannot be read'],
  ])('explains when %s, without the password', async (_, url, reason) => {
    const failure: unknown = await openDatabase({ dataDir, url }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'database.unreachable', message: expect.stringContaining(reason) });
    expect(String(failure)).not.toMatch(/canary|can#ary/);
  });

  it('explains when the database does not exist', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = '/missing';
    await expect(openDatabase({ dataDir, url: url.href })).rejects.toMatchObject({
      code: 'database.unreachable',
      message: expect.stringContaining('has no database of this name'),
    });
  });
});

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'secretary-database-'));
}

/** As nobody used it yet: mode 0700, which keeps the user postgres out. */
async function emptyDataDir(): Promise<void> {
  await rm(dataDir, { recursive: true });
  await mkdir(dataDir, { mode: 0o700 });
}

/** Opens the database and stops it, as an ordinary user. */
async function runAsNobody(): Promise<void> {
  const loader = join(import.meta.dirname, '../../testing/setup/typescript-loader.mjs');
  const node = [process.execPath, '--conditions=source', '--import', loader, HOLDER, dataDir];
  const run = promisify(execFile)('setpriv', ['--reuid=nobody', '--clear-groups', ...node]);
  run.child.stdin?.end();
  await run;
}

async function serverPid(): Promise<number> {
  const file = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
