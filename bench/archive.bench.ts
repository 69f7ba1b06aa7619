import pg from 'pg';

import { ArchiveService } from '#conversations';
import { AccountStatuses, HistoryWriter, type HistoricMessage } from '#messaging';

import { WorkerModule } from '../apps/worker/src/worker.module.js';
import { openBenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { paired } from './paired.js';
import { seededRandom } from './seeded-random.js';

/** `ARCHIVE_BENCH_CHATS=2000` is the full size: a million messages. */
const CHATS = Number(process.env.ARCHIVE_BENCH_CHATS ?? 2_000);
const PER_CHAT = 500;
const RATIO = 0.45;
const RATIO_PLAIN = 0.8;
const SPACE = 0.2;
const WORDS =
  `the we you a train house dinner tomorrow maybe never still garden paper window coffee bring call late early morning
  ticket doctor sister birthday present keys street rain sun weekend market bread photo song film holiday boat river
  paint kitchen bicycle doesn't funny sorry great thanks wait really honest little long blue seven again about with`.split(
    /\s+/,
  );

/** Chats put away one by one, packed and sealed, against the database alone, which moves the same rows in one transaction. */
export async function archiveBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => WorkerModule.forRoot(platform), {
    ARCHIVE_ENABLED: 'false',
    CLEANUP_ENABLED: 'false',
    SYNC_ENABLED: 'false',
  });
  const service = <T>(type: new (...parts: never[]) => T): T => bench.app.get(type, { strict: false });
  const stage = new Stage(bench.databaseUrl);
  await stage.fill(await service(AccountStatuses).ensure('default', 'simulator'), service(HistoryWriter));
  const archive = service(ArchiveService);

  let stored = 0;
  const ours = async (compress: boolean): Promise<number> => {
    await stage.reset();
    const started = performance.now();
    const report = await archive.archiveThese(stage.chatIds, {
      compress,
      requestedBy: 'bench',
      signal: new AbortController().signal,
      onProgress: () => Promise.resolve(),
    });
    if (report.messages !== stage.messages)
      throw new Error(`${report.messages} messages: ${JSON.stringify(report.failed[0])}`);
    if (compress) stored = report.stored_bytes;
    return stage.messages / ((performance.now() - started) / 1_000);
  };
  const limit = async (): Promise<number> => {
    await stage.reset();
    const started = performance.now();
    await stage.moveInSql();
    return stage.messages / ((performance.now() - started) / 1_000);
  };
  const packed = await paired(environment.pairs, () => ours(true), limit);
  const plain = await paired(environment.pairs, () => ours(false), limit);
  await stage.close();
  await bench.close();
  const space = stored / stage.tableBytes;
  const note = `${stage.messages.toLocaleString('en')} messages in ${CHATS.toLocaleString('en')} chats`;
  return [
    {
      name: 'archive',
      ...packed,
      unit: 'messages/s',
      goal: `>= ${RATIO}`,
      met: packed.ratio >= RATIO,
      note: `${note}, packed and sealed`,
    },
    {
      name: 'archive plain',
      ...plain,
      unit: 'messages/s',
      goal: `>= ${RATIO_PLAIN}`,
      met: plain.ratio >= RATIO_PLAIN,
      note: `${note}, sealed only`,
    },
    {
      ...{ name: 'archive space', ours: stored / 1e6, limit: stage.tableBytes / 1e6, ratio: space, unit: 'MB' },
      ...{ goal: `<= ${SPACE}`, met: space <= SPACE, note: 'payloads against the table without its indexes' },
    },
  ];
}

class Stage {
  readonly chatIds: string[] = [];
  messages = 0;
  tableBytes = 0;
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 1 });
  }

  async fill(accountId: string, writer: HistoryWriter): Promise<void> {
    const random = seededRandom(7);
    for (let chat = 0; chat < CHATS; chat += 1) {
      const from = `346${String(chat).padStart(8, '0')}@c.us`;
      const { chatId } = await writer.openChat(accountId, { externalId: from, kind: 'direct', name: `Person ${chat}` });
      this.chatIds.push(chatId);
      const start = Date.UTC(2024, 0, 1) + Math.floor(random() * 3e10);
      let at = start;
      const messages = Array.from({ length: PER_CHAT }, (): HistoricMessage => {
        at += Math.ceil(random() ** 6 * 21_600_000) + 1_000;
        return {
          externalId: `3EB0${hex(random, 18)}`,
          sender: { externalId: from },
          fromMe: random() < 0.5,
          kind: 'text',
          text: Array.from(
            { length: 1 + Math.floor(random() * 14) },
            () => WORDS[Math.floor(random() * WORDS.length)],
          ).join(' '),
          sentAt: new Date(at),
        };
      });
      await writer.write(chatId, messages);
      this.messages += messages.length;
    }
    await this.pool.query('CREATE TABLE bench_messages AS SELECT * FROM messages');
    await this.pool.query('CREATE TABLE bench_moved (LIKE messages)');
    await this.pool.query('VACUUM ANALYZE');
    const { rows } = await this.pool.query<{ bytes: string }>(`SELECT pg_table_size('bench_messages') AS bytes`);
    this.tableBytes = Number(rows[0]?.bytes);
  }

  /** Every round begins with the same rows in the same place. */
  async reset(): Promise<void> {
    await this.pool.query('TRUNCATE bench_moved, archive_payloads, archives CASCADE');
    await this.pool.query('TRUNCATE messages CASCADE');
    await this.pool.query('INSERT INTO messages SELECT * FROM bench_messages');
    await this.pool.query('UPDATE chats SET archived_at = NULL');
    await this.pool.query('VACUUM ANALYZE messages, chats');
    await this.pool.query('CHECKPOINT');
  }

  async moveInSql(): Promise<void> {
    const client = await this.pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO bench_moved SELECT * FROM messages');
    await client.query('DELETE FROM messages');
    await client.query('COMMIT');
    client.release();
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function hex(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16))
    .join('')
    .toUpperCase();
}
