import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDatabase, type OpenDatabase } from '#database';

/** Servers of this run's own, on loopback, gone when it ends. */
export interface BenchEnvironment {
  readonly databaseUrl: string;
  /** Undefined where redis-server is not installed. */
  readonly redisUrl: string | undefined;
  readonly pairs: number;
  close(): Promise<void>;
}

export async function openBenchEnvironment(pairs: number): Promise<BenchEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'secretary-bench-'));
  await chmod(folder, 0o755);
  const database: OpenDatabase = await openDatabase({ dataDir: join(folder, 'data') });
  const redis = await startRedis();
  return {
    databaseUrl: database.url,
    redisUrl: redis?.url,
    pairs,
    close: async () => {
      if (redis) await stop(redis.child);
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(): Promise<{ child: ChildProcess; url: string } | undefined> {
  const binary = '/usr/bin/redis-server';
  if (!existsSync(binary)) return undefined;
  const port = await freePort();
  const child = spawn(binary, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const text of child.stdout) if (String(text).includes('Ready to accept')) break;
  return { child, url: `redis://127.0.0.1:${port}` };
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
