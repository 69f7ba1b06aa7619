import { sleep } from '#kernel';

import { errorMessage } from '../error-message.js';
import type { Cluster } from './cluster.js';
import { embeddedUrl } from './embedded-url.js';
import { endProcess, signalProcess } from './end-process.js';
import { freePort } from './free-port.js';
import { isAlive } from './running-process.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';
import { takeOver } from './take-over.js';

const STOP_LIMIT_MS = 8_000;
const WATCH_MS = 250;
const RESTART_PAUSE_MS = 1_000;
const START_TRIES = 4;
const START_PAUSE_MS = 150;

/** A Postgres that runs for this process: started or taken over, started again on the same port should it die, and ended with us. */
export class EmbeddedServer {
  readonly url: string;
  private readonly watch: NodeJS.Timeout;
  private readonly stopping = new AbortController();
  private restarting?: Promise<void>;

  private constructor(
    private readonly cluster: Cluster,
    private running: RunningPostgres,
    private readonly onProgress: (message: string) => void,
  ) {
    this.url = embeddedUrl(cluster, running.port);
    this.watch = setInterval(() => this.look(), WATCH_MS).unref();
    process.once('exit', this.endWithUs);
  }

  static async open(cluster: Cluster, onProgress: (message: string) => void): Promise<EmbeddedServer> {
    return new EmbeddedServer(cluster, await runningServer(cluster), onProgress);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.watch);
    await this.restarting;
    await endProcess(this.running.process, STOP_LIMIT_MS);
    process.off('exit', this.endWithUs);
  }

  private look(): void {
    if (this.restarting || isAlive(this.running.process)) return;
    this.restarting = this.restart().finally(() => (this.restarting = undefined));
  }

  /** A failure is left to the next look: the port may be taken for a moment, the disk full for an hour. */
  private async restart(): Promise<void> {
    this.onProgress('The embedded Postgres ended unexpectedly: starting it again');
    try {
      this.running = await startPostgres(this.cluster, this.running.port);
    } catch (error) {
      this.onProgress(errorMessage(error));
      await sleep(RESTART_PAUSE_MS, this.stopping.signal);
    }
  }

  /** The last resort of a process that exits without `stop`: there is no time to wait for the end. */
  private readonly endWithUs = (): void => signalProcess(this.running.process, 'SIGINT');
}

/** Tried again, because the port may be lost to another, and the last backends of a killed server take a moment to go. */
async function runningServer(cluster: Cluster): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await takeOver(cluster)) ?? (await startPostgres(cluster, await freePort()));
    } catch (error) {
      if (attempt === START_TRIES) throw error;
      await sleep(attempt * START_PAUSE_MS);
    }
  }
}
