import { checkReachable } from './check-reachable.js';
import { prepareCluster } from './embedded/cluster.js';
import { lockDataDir } from './embedded/data-dir-lock.js';
import { prepareDataDir } from './embedded/data-dir.js';
import { EmbeddedServer } from './embedded/embedded-server.js';

export interface OpenDatabaseOptions {
  /** Where the embedded server keeps its data, in the subfolder `postgres`. Made when missing. */
  readonly dataDir: string;
  /** A Postgres of the operator's own: then nothing is started. */
  readonly url?: string;
  /** Told what takes long, in words for the terminal. */
  readonly onProgress?: (message: string) => void;
}

export interface OpenDatabase {
  /** postgres://… with its password: not for logs. */
  readonly url: string;
  readonly embedded: boolean;
  /** Ends the embedded server. Close all connections first: those that are left are cut. */
  stop(): Promise<void>;
}

/**
 * Makes sure that a Postgres is there: the one at `url`, or an embedded one in `dataDir`, which this starts, takes over after a crash of
 * its last owner, and starts again should it die.
 * @throws AppError `database.unreachable`, `database.data-dir`, `database.in-use` or `database.embedded-failed`
 */
export async function openDatabase({ dataDir, url, onProgress = ignore }: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (url) {
    await checkReachable(url);
    return { url, embedded: false, stop: () => Promise.resolve() };
  }
  const { folder, account } = await prepareDataDir(dataDir);
  const lock = await lockDataDir(folder);
  try {
    const cluster = await prepareCluster(folder, account, onProgress);
    const server = await EmbeddedServer.open(cluster, onProgress);
    return {
      url: server.url,
      embedded: true,
      stop: async () => {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function ignore(): void {
  // Nobody wants to hear about the progress.
}
