import { DataSource } from 'typeorm';

import { newId } from '#kernel';

import { ApiModule } from '../apps/api/src/api.module.js';
import { BENCH_API_KEY, openBenchApp, type BenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { median } from './paired.js';

const MESSAGES = 1_000_000;
const CHATS = [2_000, 20_000];
/** Every so many chats are archived, and have archives beside their live messages. */
const ARCHIVED = 10;
const READS = 100;
const GOAL_MS = 50;

/** Time for `GET /api/conversations/stats` over a million messages, beside counting them. */
export async function statsBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const chats of CHATS) rows.push(await statsOver(environment, chats));
  return rows;
}

async function statsOver(environment: BenchEnvironment, chats: number): Promise<BenchRow> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => ApiModule.forRoot(platform));
  const dataSource = bench.app.get(DataSource);
  await fill(dataSource, chats);
  await check(bench, dataSource);
  const times: number[] = [];
  for (let read = 0; read < READS; read += 1) times.push(await timed(() => stats(bench)));
  const counting = await timed(() => dataSource.query('SELECT count(*), min(sent_at), max(sent_at) FROM messages'));
  await bench.close();
  const ours = median(times);
  const worst = Math.max(...times);
  return {
    name: `stats (${chats.toLocaleString('en')} chats)`,
    ours,
    limit: counting,
    unit: 'ms',
    ratio: ours / counting,
    goal: `<= ${GOAL_MS} ms`,
    met: ours <= GOAL_MS,
    note: `GET stats over ${MESSAGES.toLocaleString('en')} messages, slowest of ${READS} ${worst.toFixed(1)} ms; the limit is counting them`,
  };
}

async function fill(dataSource: DataSource, chats: number): Promise<void> {
  const accountId = newId();
  await dataSource.query(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'bench', 'simulator')`, [accountId]);
  await dataSource.query(
    `INSERT INTO chats (id, account_id, external_id, kind, subject_id)
     SELECT gen_random_uuid(), $1, n || '@c.us', 'direct', gen_random_uuid() FROM generate_series(1, $2::integer) AS n`,
    [accountId, chats],
  );
  await dataSource.query(
    `WITH numbered AS (SELECT id, row_number() OVER () - 1 AS place FROM chats)
     INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
     SELECT gen_random_uuid(), numbered.id, 'm' || n, 'contact', numbered.id, 'text', now() - n * interval '1 second', now()
     FROM generate_series(1, $1::integer) AS n JOIN numbered ON place = n % $2::integer`,
    [MESSAGES, chats],
  );
  // Twice: rows that were written again and again lie further apart.
  for (let round = 0; round < 2; round += 1) {
    await dataSource.query(
      `UPDATE chats SET message_count = there.count, first_message_at = there.first, last_message_at = there.last
       FROM (SELECT chat_id, count(*) AS count, min(sent_at) AS first, max(sent_at) AS last FROM messages GROUP BY chat_id) AS there
       WHERE chats.id = there.chat_id`,
    );
  }
  await dataSource.query(
    `INSERT INTO archives (id, chat_id, account_id, subject_id, state, requested_by, message_count, first_message_at, last_message_at, store,
       codec, stored_bytes, original_bytes, sha256, created_at)
     SELECT gen_random_uuid(), id, account_id, subject_id, 'complete', 'bench', 1000, first_message_at - interval '1 year',
       first_message_at - interval '1 day', 'postgres', 'none', 0, 0, '', now()
     FROM (SELECT *, row_number() OVER () AS place FROM chats) AS chats WHERE place % $1::integer = 0`,
    [ARCHIVED],
  );
  await dataSource.query(
    `UPDATE chats SET archived_at = now(), message_count = chats.message_count + archives.message_count, first_message_at = archives.first_message_at
     FROM archives WHERE chat_id = chats.id`,
  );
  await dataSource.query('VACUUM ANALYZE messages, chats, archives');
}

async function check(bench: BenchApp, dataSource: DataSource): Promise<void> {
  const [{ messages }] = await dataSource.query<[{ messages: number }]>(
    `SELECT (SELECT count(*) FROM messages)::integer + (SELECT sum(message_count) FROM archives)::integer AS messages`,
  );
  const answer = (await stats(bench)) as { total_messages: number };
  if (answer.total_messages !== messages) throw new Error(`${answer.total_messages} messages instead of ${messages}`);
}

async function stats({ url }: BenchApp): Promise<unknown> {
  const response = await fetch(`${url}/api/conversations/stats`, {
    headers: { authorization: `Bearer ${BENCH_API_KEY}` },
  });
  return response.json();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
