import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

import { Agent, AgentRouter, AgentsModule, defineTask, Handles, type PayloadOf } from '#agents';
import { DatabaseModule } from '#database';
import { Clock, newId, sleep, SystemClock } from '#kernel';
import { TelemetryModule } from '#telemetry';

import { openBareWorker, type BareWorker } from './bare-worker.js';
import type { BenchRow } from './bench-row.js';
import { paired, type Paired } from './paired.js';

declare module '#agents' {
  interface TaskMap {
    'bench.turn': { payload: { chatId: string }; result: undefined };
  }
}

export interface QueueBenchOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly pairs: number;
}

const CONCURRENCY = 50;
const BULK = 250;
const PICKUPS = 1_000;
const IDLE_MS = 5;
const GOAL = 0.7;
const PICKUP_GOAL_MS = 3;

defineTask('bench', 'bench.turn', { turn: ({ chatId }) => chatId });

/** Counts what comes through, and does nothing with it. */
@Agent('bench', { concurrency: CONCURRENCY })
class BenchAgent {
  handled: (chatId: string) => void = () => undefined;

  @Handles('bench.turn')
  turn({ chatId }: PayloadOf<'bench.turn'>): Promise<undefined> {
    this.handled(chatId);
    return Promise.resolve(undefined);
  }
}

/**
 * The router with its wrapper and per-chat order, against BullMQ by itself on the same backend: jobs a second from dispatch to
 * done. Every job is the turn of a chat of its own, so that no two of ours become one.
 */
export async function queueBench({ databaseUrl, redisUrl, pairs }: QueueBenchOptions): Promise<BenchRow[]> {
  const database = await createDatabase(databaseUrl);
  try {
    const rows = [await throughput('postgres', pairs, 4_000, database.url)];
    if (redisUrl) {
      rows.push(await throughput('redis', pairs, 40_000, database.url, redisUrl));
      rows.push(await pickup(pairs, database.url, redisUrl));
    }
    return rows;
  } finally {
    await database.drop();
  }
}

async function throughput(
  backend: string,
  pairs: number,
  count: number,
  databaseUrl: string,
  redisUrl?: string,
): Promise<BenchRow> {
  const { result } = await withBoth(databaseUrl, redisUrl, (app, bare) => {
    const [router, agent] = [app.get(AgentRouter), app.get(BenchAgent)];
    const ours = (): Promise<number> =>
      perSecond(count, (done) => {
        agent.handled = done;
        return inBulks(count, (ids) => {
          return router.dispatchMany(
            'bench.turn',
            ids.map((chatId) => ({ payload: { chatId } })),
          );
        });
      });
    const limit = (): Promise<number> =>
      perSecond(count, (done) => {
        bare.handled = done;
        return inBulks(count, (ids) => bare.addBulk(ids));
      });
    return paired(pairs, ours, limit);
  });
  return {
    name: `queue (${backend})`,
    ...result,
    unit: 'jobs/s',
    goal: `>= ${GOAL}`,
    met: result.ratio >= GOAL,
    note: 'dispatched and handled, each the turn of another chat, 50 at a time; both with async context tracking on',
  };
}

/** How long a job waits on an idle queue until its handler begins. */
async function pickup(pairs: number, databaseUrl: string, redisUrl: string): Promise<BenchRow> {
  const { result } = await withBoth(databaseUrl, redisUrl, (app, bare) => {
    const [router, agent] = [app.get(AgentRouter), app.get(BenchAgent)];
    const ours = () =>
      p99((done) => {
        agent.handled = done;
        return router.dispatch('bench.turn', { chatId: newId() });
      });
    const limit = () =>
      p99((done) => {
        bare.handled = done;
        return bare.add(newId());
      });
    return paired(pairs, ours, limit);
  });
  return {
    name: 'queue-pickup (redis)',
    ...result,
    unit: 'ms',
    goal: `p99 <= ${PICKUP_GOAL_MS} ms`,
    met: result.ours <= PICKUP_GOAL_MS,
    note: `from dispatch to handler on an idle queue, p99 of ${PICKUPS}`,
  };
}

async function withBoth(
  databaseUrl: string,
  redisUrl: string | undefined,
  measure: (app: INestApplicationContext, bare: BareWorker) => Promise<Paired>,
): Promise<{ result: Paired }> {
  const app = await openAgents(databaseUrl, redisUrl);
  const bare = await openBareWorker({ databaseUrl, redisUrl, concurrency: CONCURRENCY });
  try {
    return { result: await measure(app, bare) };
  } finally {
    await bare.close();
    await app.close();
  }
}

async function openAgents(databaseUrl: string, redisUrl?: string): Promise<INestApplicationContext> {
  @Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
  class ClockModule {}

  @Module({
    imports: [
      { module: ClockModule, global: true },
      TelemetryModule.forRoot({ level: 'warn', format: 'json', name: 'bench' }),
      DatabaseModule.forRoot({ url: databaseUrl, poolSize: 4 }),
      AgentsModule.forRoot({ databaseUrl, redisUrl, poolSize: 10, redisPrefix: newId() }),
    ],
    providers: [BenchAgent],
  })
  class BenchModule {}

  return NestFactory.createApplicationContext(BenchModule, { logger: false, abortOnError: false });
}

async function perSecond(count: number, send: (done: () => void) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    let left = count;
    const done = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    send(done).catch(reject);
  });
  return count / ((performance.now() - started) / 1_000);
}

/** Four calls under way at a time, as a busy connector has. */
async function inBulks(count: number, add: (ids: string[]) => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      const size = Math.min(BULK, left);
      left -= size;
      await add(Array.from({ length: size }, newId));
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

async function p99(send: (done: () => void) => Promise<unknown>): Promise<number> {
  const waits: number[] = [];
  for (let n = 0; n < PICKUPS; n += 1) {
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      const done = () => {
        waits.push(performance.now() - started);
        resolve();
      };
      send(done).catch(reject);
    });
    // Until the job before is put away and the worker waits again.
    await sleep(IDLE_MS);
  }
  return waits.sort((a, b) => a - b)[Math.floor(PICKUPS * 0.99)] ?? 0;
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bench_queue_${Date.now().toString(36)}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
