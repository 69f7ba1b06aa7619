import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import { TestProcess } from '#testing/app';
import { waitFor } from '#testing';
import { StandIn } from '#whatsapp/testing';

import { browserPids, killBrowsers } from './browser-processes.js';

/** How long the program may take to be linked, and to be back after a kill. */
const READY_MS = 90_000;

export interface StageOptions {
  readonly databaseUrl: string;
  /** For the program's data and the browser's profile. */
  readonly folder: string;
  readonly chromiumPath: string;
  readonly env?: Readonly<Record<string, string>>;
  /** False leaves it waiting for a phone. */
  readonly link?: boolean;
}

/** The whole program with a real browser, linked to a stand-in WhatsApp, to be struck and started again. */
export class ConnectorStage {
  readonly pool: pg.Pool;
  private program: TestProcess | undefined;

  private constructor(
    readonly standIn: StandIn,
    private readonly options: StageOptions,
  ) {
    this.pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2 });
    this.pool.on('error', () => undefined);
  }

  /** Starts the program, and links it unless told otherwise. */
  static async open(options: StageOptions): Promise<ConnectorStage> {
    const stage = new ConnectorStage(await StandIn.start(), options);
    await stage.launch();
    if (options.link !== false) await stage.link();
    return stage;
  }

  /** The phone scans the QR. */
  async link(): Promise<void> {
    await this.standIn.scanQr();
    await this.ready();
  }

  get process(): TestProcess {
    if (!this.program) throw new Error('the program was never started');
    return this.program;
  }

  /** Starts the program, without waiting for it. `env` is for this time only. */
  async launch(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const { databaseUrl, folder, chromiumPath } = this.options;
    this.program = await TestProcess.launch(databaseUrl, {
      WHATSAPP_CONNECTOR: 'webjs',
      CHROMIUM_PATH: chromiumPath,
      CHROMIUM_ARGS: this.standIn.chromiumArgs.map((argument) => argument.replaceAll(' ', '\\ ')).join(' '),
      DATA_DIR: join(folder, 'data'),
      PACING: 'off',
      LOG_LEVEL: 'warn',
      ...this.options.env,
      ...env,
    });
  }

  /** Waits until the account is READY, or the program has died. */
  async ready(): Promise<void> {
    await waitFor(async () => !this.process.alive || (await this.state()) === 'READY', {
      what: 'the account to be READY',
      timeoutMs: READY_MS,
    });
  }

  /** The account's state as the API shows it; undefined while nobody answers. */
  async state(): Promise<string | undefined> {
    try {
      const response = await this.process.request('/api/whatsapp/accounts');
      const { accounts } = (await response.json()) as { accounts?: { state: string; owned?: boolean }[] };
      return accounts?.[0]?.state;
    } catch {
      return undefined;
    }
  }

  killNode(): Promise<number | null> {
    return this.process.end('SIGKILL');
  }

  killBrowser(): Promise<void> {
    return killBrowsers(this.profile);
  }

  browserPids(): Promise<number[]> {
    return browserPids(this.profile);
  }

  /** Keeps the profile as it is now for `rollBack`. Nothing may run. */
  async backUp(): Promise<void> {
    await rm(this.backup, { recursive: true, force: true });
    await cp(this.profile, this.backup, { recursive: true });
  }

  /** The profile is again what it was at `backUp`. Nothing may run. */
  async rollBack(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true });
    await mkdir(this.profile, { mode: 0o700 });
    await cp(this.backup, this.profile, { recursive: true });
  }

  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  async close(): Promise<void> {
    await this.program?.end('SIGTERM');
    await this.killBrowser();
    await this.standIn.close();
    await this.pool.end();
  }

  private get profile(): string {
    return join(this.options.folder, 'data/sessions');
  }

  private get backup(): string {
    return join(this.options.folder, 'sessions-of-before');
  }
}
