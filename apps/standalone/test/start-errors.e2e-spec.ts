import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { createTestDatabase, type TestDatabase } from '#testing';
import { TEST_API_KEY } from '#testing/app';

const ROOT = join(import.meta.dirname, '../../..');
const SECRET = 'canary-secret-of-nobody';
/** Whoever is not root, when we are. */
const NOBODY = 65_534;

interface Failure {
  readonly code: number | null;
  /** What it wrote to its error output. */
  readonly errors: string;
  readonly output: string;
}

describe('a start that cannot be', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'secretary-start-'));
    await chmod(folder, 0o755);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  });

  /** Starts the built program and waits for its end. */
  function start(env: Readonly<Record<string, string>>, user?: number): Failure {
    const main = join(ROOT, 'dist/programs/standalone.js');
    const { status, stderr, stdout } = spawnSync(process.execPath, [main], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: database.url,
        ADMIN_API_KEY: TEST_API_KEY,
        PORT: '0',
        LOG_LEVEL: 'error',
        ...env,
      },
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
      ...(user !== undefined && process.getuid?.() === 0 && { uid: user, gid: user }),
    });
    return { code: status, errors: stderr, output: stdout };
  }

  /** One line that says what to do, without a stack or a secret. */
  function expectOneLine({ code, errors, output }: Failure, says: RegExp): void {
    expect(errors.trimEnd().split('\n')).toEqual([expect.stringMatching(/^secretary: /)]);
    expect(errors).toMatch(says);
    expect(errors + output).not.toContain(SECRET);
    expect(errors + output).not.toMatch(/^ +at |node:internal/m);
    expect(code).toBe(1);
  }

  it('says that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const failure = start({ PORT: String(port) });
    server.close();
    expectOneLine(failure, /port.* is taken.*PORT/i);
  });

  const NO_DATABASE = `postgres://me:${SECRET}@127.0.0.1:1/name`;

  it.each([
    ['a taken port', {}, /is taken/],
    ['a HOST of another machine', { HOST: '192.0.2.1' }, /HOST is no address/],
    ['a model without its key', { PORT: '0', LLM_PROVIDER: 'anthropic' }, /ANTHROPIC_API_KEY/],
    ['a fault script', { PORT: '0', SIMULATOR_FAULTS: SECRET }, /SIMULATOR_FAULTS/],
  ] as const)('says what is wrong with %s before it asks for the database', async (_, settings, says) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const failure = start({ DATABASE_URL: NO_DATABASE, PORT: String(port), ...settings });
    server.close();
    expectOneLine(failure, says);
  });

  it('warns of a variable that is not read, and not of what it holds', () => {
    const { output } = start({ DATABASE_URL: NO_DATABASE, LLM_PROVIDR: SECRET, LOG_LEVEL: 'warn' });
    expect(JSON.parse(output)).toMatchObject({
      level: 'warn',
      msg: expect.stringMatching(/LLM_PROVIDR.*LLM_PROVIDER\?/),
    });
    expect(output).not.toContain(SECRET);
  });

  it('says that nobody answers at DATABASE_URL', () => {
    const failure = start({ DATABASE_URL: NO_DATABASE });
    expectOneLine(failure, /127\.0\.0\.1:1\/name does not answer.*DATABASE_URL/);
  });

  it('says that Redis does not answer', () => {
    expectOneLine(start({ REDIS_URL: `redis://:${SECRET}@127.0.0.1:1` }), /127\.0\.0\.1:1.*REDIS_URL/);
  });

  it('says that DATABASE_URL has no database of that name', () => {
    expectOneLine(start({ DATABASE_URL: `${database.url}_none` }), /no database of this name.*DATABASE_URL/);
  });

  it('says that the database was used by a newer version', async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(`INSERT INTO migrations ("timestamp", name) VALUES (4102444800000, 'Future4102444800000')`);
    const failure = start({});
    await client.query(`DELETE FROM migrations WHERE name = 'Future4102444800000'`);
    await client.end();
    expectOneLine(failure, /newer version.*Future4102444800000.*DATABASE_URL/);
  });

  it.each([
    [{ ENCRYPTION_KEY: SECRET }, /ENCRYPTION_KEY.*base64/],
    [{ DATABASE_URL: `mysql://me:${SECRET}@127.0.0.1/name` }, /DATABASE_URL.*postgres:\/\//],
    [{ SIMULATOR_FAULTS: SECRET }, /SIMULATOR_FAULTS/],
    [{ PORT: 'abc', BURST_MAX_MS: '-1' }, /PORT.*BURST_MAX_MS/],
  ] as const)('names the variable that is wrong: %j', (env, says) => {
    expectOneLine(start({ ...env }), says);
  });

  it.each([
    ['the embedded Postgres', { DATABASE_URL: '' }, /file .*Set DATA_DIR/],
    ['its keys', { ADMIN_API_KEY: '' }, /file\/keys.*make its folder writable/],
  ])('says that a file is where the folder for %s should be', async (_, env, says) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expectOneLine(start({ ...env, DATA_DIR: file }), says);
  });

  it.each([
    ['the embedded Postgres', { DATABASE_URL: '' }, /closed-.*Set DATA_DIR/],
    ['its keys', { ADMIN_API_KEY: '' }, /closed-.*make its folder writable/],
  ])('says that the folder for %s cannot be made', async (_, env, says) => {
    const closed = await mkdtemp(join(folder, 'closed-'));
    await chmod(closed, 0o555);
    expectOneLine(start({ ...env, DATA_DIR: join(closed, 'data') }, NOBODY), says);
  });
});
