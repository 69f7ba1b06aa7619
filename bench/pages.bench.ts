import { MessagePages } from '#messaging';
import { Cursors } from '#security';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';

import { ConnectorModule } from '../apps/connector/src/connector.module.js';
import { openBenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { paired } from './paired.js';

const MESSAGES = 1_000_000;
const PAGE = 50;
const READS = 200;
const GOAL = 1.2;

/** Time for the last page of a million messages against that for the first. */
export async function pagesBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => ConnectorModule.forRoot(platform));
  const dataSource = bench.app.get(DataSource);
  const pages = bench.app.get(MessagePages, { strict: false });
  const chatId = await fill(dataSource);
  const cursor = await lastPageCursor(dataSource, bench.app.get(Cursors, { strict: false }), chatId);
  const result = await paired(
    environment.pairs,
    () => meanMs(() => pages.ofChat(chatId, { limit: PAGE, cursor })),
    () => meanMs(() => pages.ofChat(chatId, { limit: PAGE })),
  );
  await bench.close();
  return [
    {
      name: 'pages',
      ...result,
      unit: 'ms',
      goal: `<= ${GOAL}`,
      met: result.ratio <= GOAL,
      note: `last page against first, ${MESSAGES.toLocaleString('en')} messages in one chat`,
    },
  ];
}

async function fill(dataSource: DataSource): Promise<string> {
  const [chatId, accountId] = [newId(), newId()];
  await dataSource.query(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'bench', 'simulator')`, [accountId]);
  await dataSource.query(
    `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1, $2, 'bench@g.us', 'group', $1)`,
    [chatId, accountId],
  );
  await dataSource.query(
    `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
     SELECT gen_random_uuid(), $1, 'm' || n, 'contact', $1, 'text', now() - n * interval '1 second', now()
     FROM generate_series(1, $2::integer) AS n`,
    [chatId, MESSAGES],
  );
  await dataSource.query('VACUUM ANALYZE messages');
  return chatId;
}

async function lastPageCursor(dataSource: DataSource, cursors: Cursors, chatId: string): Promise<string> {
  const [row] = await dataSource.query<[{ id: string; sent_at: Date }]>(
    'SELECT id, sent_at FROM messages WHERE chat_id = $1 ORDER BY sent_at, id OFFSET $2 LIMIT 1',
    [chatId, PAGE],
  );
  return cursors.sign(`messages:${chatId}`, [row.sent_at.toISOString(), row.id]);
}

async function meanMs(read: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < READS; count += 1) await read();
  return (performance.now() - started) / READS;
}
