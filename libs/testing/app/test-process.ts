import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { waitFor } from '../src/wait-for.js';
import { TEST_API_KEY, TEST_ENCRYPTION_KEY } from './test-app.js';
import { TestPhone } from './test-phone.js';

const ROOT = projectFolder(import.meta.dirname);
/**
 * Lower than those that systems give to whoever asks for any port, and others for each Jest worker: between our look and the program's own
 * start, seconds later, nobody takes it.
 */
const FIRST_PORT = 12_000;
const PORTS_OF_WORKER = 2_500;
const WORKERS = 8;

let lastPort = randomInt(PORTS_OF_WORKER);
/** Far more than it takes: how fast a machine is, is not what these tests are about. */
const READY_MS = 120_000;

/** One of the built programs of `apps/`. */
export type Program = 'standalone' | 'api' | 'worker' | 'connector';

/** A built program as a process of its own, to be killed, stopped and started again on the same database. */
export class TestProcess {
  /** Everything it has written to its outputs. */
  output = '';
  private readonly exited: Promise<unknown[]>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.exited = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /** Starts it, without waiting for more than the process itself. */
  static async launch(
    databaseUrl: string,
    env: Readonly<Record<string, string>> = {},
    program: Program = 'standalone',
  ): Promise<TestProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [join(ROOT, `dist/programs/${program}.js`)], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: databaseUrl,
        DATA_DIR: await mkdtemp(join(tmpdir(), 'secretary-process-')),
        ADMIN_API_KEY: TEST_API_KEY,
        ENCRYPTION_KEY: TEST_ENCRYPTION_KEY,
        PORT: String(port),
        LOG_LEVEL: 'error',
        BURST_QUIET_MS: '20',
        BURST_MAX_MS: '100',
        HTTP_RATE_LIMIT: '0',
        LLM_PROVIDER: 'offline',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new TestProcess(child, `http://127.0.0.1:${port}`);
  }

  /** Starts it and waits until it is ready, or has died before that. */
  static async start(
    databaseUrl: string,
    env: Readonly<Record<string, string>> = {},
    program: Program = 'standalone',
  ): Promise<TestProcess> {
    const started = await TestProcess.launch(databaseUrl, env, program);
    try {
      await waitFor(async () => !started.alive || (await started.isReady()), {
        what: 'the process to be ready',
        timeoutMs: READY_MS,
      });
    } catch (error) {
      await started.end('SIGKILL');
      throw error;
    }
    return started;
  }

  /** Starts several at once, one of each program named. When one of them cannot start, none is left behind. */
  static async startAll<const Programs extends readonly Program[]>(
    databaseUrl: string,
    programs: Programs,
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly [Place in keyof Programs]: TestProcess }> {
    const starts = await Promise.allSettled(programs.map((program) => TestProcess.start(databaseUrl, env, program)));
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const failure = starts.find((start) => start.status === 'rejected');
    // One for each program, in their order: none failed.
    if (!failure) return started as { readonly [Place in keyof Programs]: TestProcess };
    await Promise.all(started.map((process) => process.end('SIGKILL')));
    throw failure.reason;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  phone(number: string, name = 'Guest'): TestPhone {
    return new TestPhone((path, init) => this.request(path, init), number, name);
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${TEST_API_KEY}`,
        'content-type': 'application/json',
        ...(init.headers as object),
      },
    });
  }

  /** Sends the signal and waits for the end. Answers the exit code, null when a signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.alive) {
      this.child.kill(signal);
      await this.exited;
    }
    return this.child.exitCode;
  }

  /** Waits for its own end. */
  async died(timeoutMs: number): Promise<boolean> {
    const end = await Promise.race([
      this.exited.then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, timeoutMs, false).unref()),
    ]);
    return end;
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1) % WORKERS;
  for (;;) {
    lastPort = (lastPort + 1) % PORTS_OF_WORKER;
    const port = FIRST_PORT + worker * PORTS_OF_WORKER + lastPort;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Where package.json lies, above the sources or above what was built from them. */
function projectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectFolder(dirname(folder));
}
