import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import { chatKindOf, type IncomingMessage } from '#whatsapp';
import { AccountStatuses, InboundRecorder } from '#messaging';

import { ConnectorModule } from '../apps/connector/src/connector.module.js';
import { StandaloneModule } from '../apps/standalone/src/standalone.module.js';
import { openBenchApp, type BenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { bareAdds } from './bare-queue.js';
import { paired, rate } from './paired.js';

const MESSAGES = 4_000;
const CHATS = 400;
const IN_FLIGHT = 200;
const GOAL = 0.6;

let sent = 0;

/** Messages a second that are stored and enqueued, against the slower of a bare insert and a bare add; and the whole path. */
export async function inboundBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const backends = [
    { name: 'postgres', redisUrl: undefined },
    ...(environment.redisUrl ? [{ name: 'redis', redisUrl: environment.redisUrl }] : []),
  ];
  const rows: BenchRow[] = [];
  for (const { name, redisUrl } of backends) {
    rows.push(await storedAndEnqueued(environment, name, redisUrl));
    rows.push(await wholePath(environment, name, redisUrl));
  }
  return rows;
}

async function storedAndEnqueued(environment: BenchEnvironment, backend: string, redisUrl?: string): Promise<BenchRow> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => ConnectorModule.forRoot(platform), {
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: 10 });
  await pool.query('CREATE TABLE bare (id uuid PRIMARY KEY, chat uuid, external_id text, body bytea, at timestamptz)');
  const { account, recorder } = await recorderOf(bench);
  const adds = await bareAdds({ databaseUrl: bench.databaseUrl, redisUrl });
  const result = await paired(
    environment.pairs,
    () => rate(MESSAGES, IN_FLIGHT, (index) => recorder.record(account, newMessage(index))),
    async () => {
      const inserts = await rate(MESSAGES, 10, () =>
        pool.query('INSERT INTO bare VALUES (gen_random_uuid(), gen_random_uuid(), $1, $2, now())', [
          `3EB0${sent++}`,
          Buffer.alloc(80),
        ]),
      );
      return Math.min(inserts, await adds.perSecond(MESSAGES, IN_FLIGHT));
    },
  );
  await adds.close();
  await pool.end();
  await bench.close();
  return {
    name: `inbound (${backend})`,
    ...result,
    unit: 'messages/s',
    goal: `>= ${GOAL}`,
    met: result.ratio >= GOAL,
    note: 'stored and enqueued, against the slower of bare insert and bare add',
  };
}

async function wholePath(environment: BenchEnvironment, backend: string, redisUrl?: string): Promise<BenchRow> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => StandaloneModule.forRoot(platform), {
    BURST_QUIET_MS: '0',
    BURST_MAX_MS: '0',
    LOOP_GUARD_REPLIES_PER_MINUTE: '1000000',
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const { account, recorder } = await recorderOf(bench);
  const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: 2 });
  const count = MESSAGES / 4;
  await settle(recorder, account, pool, count, count);
  const started = performance.now();
  await settle(recorder, account, pool, count, 2 * count);
  const perSecond = count / ((performance.now() - started) / 1_000);
  await pool.end();
  await bench.close();
  return {
    name: `inbound-whole (${backend})`,
    ours: perSecond,
    limit: perSecond,
    unit: 'messages/s',
    ratio: 1,
    goal: 'reported',
    met: true,
    note: 'from the event to the answer in the outbox, every message a turn of its own, in a chat known before',
  };
}

/** One message in each of `count` chats, so that each one is a turn; waits until as many answers as `total` are in the outbox. */
async function settle(
  recorder: InboundRecorder,
  account: string,
  pool: pg.Pool,
  count: number,
  total: number,
): Promise<void> {
  await rate(count, IN_FLIGHT, (index) => recorder.record(account, newMessage(index, count)));
  for (;;) {
    const { rows } = await pool.query<{ answered: number }>('SELECT count(*)::integer AS answered FROM outbox');
    if ((rows[0]?.answered ?? 0) >= total) return;
    await delay(10);
  }
}

async function recorderOf({ app }: BenchApp): Promise<{ account: string; recorder: InboundRecorder }> {
  const account = await app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
  return { account, recorder: app.get(InboundRecorder, { strict: false }) };
}

function newMessage(index: number, chats = CHATS): IncomingMessage {
  const from = `346${String(index % chats).padStart(8, '0')}@c.us`;
  return {
    id: `3EB0${String((sent += 1)).padStart(18, '0')}`,
    chat: { id: from, kind: chatKindOf(from) },
    sender: { id: from, name: 'Guest' },
    fromMe: false,
    kind: 'text',
    text: 'could you tell me when the shop opens on saturday please',
    sentAt: new Date(),
    live: true,
    mentions: [],
    mentionsMe: false,
  };
}
