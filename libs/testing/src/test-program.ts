import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

const ROOT = join(import.meta.dirname, '../../..');
const LOADER = join(ROOT, 'libs/testing/setup/typescript-loader.mjs');

export interface ProgramOptions {
  readonly args?: readonly string[];
  /** Added to the variables of the test process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A TypeScript file of this repository running in a Node process of its own, to be killed or stopped by a test. */
export class TestProgram {
  readonly pid: number;
  /** What it wrote to its error output so far. */
  errors = '';
  private readonly lines: AsyncIterator<string>;
  private readonly exited: Promise<unknown[]>;

  private constructor(private readonly child: ChildProcessByStdio<Writable, Readable, Readable>) {
    this.pid = child.pid ?? 0;
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.exited = once(child, 'exit');
  }

  /** @param file absolute path of the TypeScript file; it ends when its stdin ends, if it is well behaved */
  static start(file: string, { args = [], env = {} }: ProgramOptions = {}): TestProgram {
    const child = spawn(process.execPath, ['--conditions=source', '--import', LOADER, file, ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return new TestProgram(child);
  }

  /**
   * The next line it prints.
   * @throws Error with its error output when it ended without one
   */
  async line(): Promise<string> {
    const next = await this.lines.next();
    if (next.done) throw new Error(`The program ended: ${this.errors || 'without a word'}`);
    return next.value;
  }

  /** Closes its stdin and waits for its end. Returns its exit code. */
  async finish(): Promise<number | null> {
    this.child.stdin.end();
    await this.exited;
    return this.child.exitCode;
  }

  /** Sends the signal, SIGKILL unless told otherwise, and waits for its end. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.child.kill(signal);
    await this.exited;
  }
}
