import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { newId } from '#kernel';
import { AccountStatuses, HistoryWriter, InboundRecorder, MessagePages, type HistoricMessage } from '#messaging';
import { chatKindOf } from '#whatsapp';

import { ConnectorModule } from '../apps/connector/src/connector.module.js';
import { openBenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { paired, rate } from './paired.js';

const SINGLES = 2_000;
const LANES = 10;
const BATCH = 500;
const BATCHES = 20;
const READS = 300;
const TEXT = 'could you tell me when the shop opens on saturday please';
const FROM = '34600000001@c.us';

let made = 0;

/** What our way of writing and reading costs above pg alone, encryption and blind index included. */
export async function ormBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => ConnectorModule.forRoot(platform));
  const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: LANES });
  const service = <T>(type: new (...parts: never[]) => T): T => bench.app.get(type, { strict: false });
  const account = await service(AccountStatuses).ensure('default', 'simulator');
  const { chatId } = await service(HistoryWriter).openChat(account, { externalId: FROM, kind: 'direct' });
  const raw = new RawMessages(pool, chatId);
  const rows = [
    await written(environment.pairs, service(InboundRecorder), account, raw),
    await writtenMany(environment.pairs, service(HistoryWriter), chatId, raw),
    await read(environment.pairs, service(MessagePages), chatId, raw),
  ];
  await pool.end();
  await bench.close();
  return rows;
}

async function written(pairs: number, recorder: InboundRecorder, account: string, raw: RawMessages): Promise<BenchRow> {
  const record = (): Promise<unknown> =>
    recorder.record(account, {
      id: nextId(),
      chat: { id: FROM, kind: chatKindOf(FROM) },
      sender: { id: FROM },
      fromMe: false,
      kind: 'text',
      text: TEXT,
      sentAt: new Date(),
      live: true,
      mentions: [],
      mentionsMe: false,
    });
  const result = await paired(
    pairs,
    () => rate(SINGLES, LANES, record),
    () => rate(SINGLES, LANES, () => raw.insert()),
  );
  return row(
    'orm one written',
    result,
    'messages/s',
    0.8,
    `${LANES} callers; ours with encryption, tokens, chat and turn`,
  );
}

async function writtenMany(pairs: number, writer: HistoryWriter, chatId: string, raw: RawMessages): Promise<BenchRow> {
  const write = (): Promise<unknown> => writer.write(chatId, Array.from({ length: BATCH }, newHistoric));
  const perSecond = async (call: () => Promise<unknown>): Promise<number> => (await rate(BATCHES, 1, call)) * BATCH;
  const result = await paired(
    pairs,
    () => perSecond(write),
    () => perSecond(() => raw.copy(BATCH)),
  );
  return row('orm 500 written', result, 'messages/s', 0.55, 'against COPY; ours with encryption, tokens and chat');
}

async function read(pairs: number, pages: MessagePages, chatId: string, raw: RawMessages): Promise<BenchRow> {
  const result = await paired(
    pairs,
    () => rate(READS, 1, () => pages.ofChat(chatId, { limit: 50 })),
    () => rate(READS, 1, () => raw.page()),
  );
  return row('orm page read', result, 'pages/s', 0.85, '50 messages; ours opens their texts');
}

function row(
  name: string,
  result: Pick<BenchRow, 'ours' | 'limit' | 'ratio'>,
  unit: string,
  goal: number,
  note: string,
): BenchRow {
  return { name, ...result, unit, goal: `>= ${goal}`, met: result.ratio >= goal, note };
}

function nextId(): string {
  made += 1;
  return `3EB0${String(made).padStart(18, '0')}`;
}

function newHistoric(): HistoricMessage {
  return {
    externalId: nextId(),
    sender: { externalId: FROM },
    fromMe: false,
    kind: 'text',
    text: TEXT,
    sentAt: new Date(),
  };
}

/** The same rows through pg alone: sealed bodies and tokens come for nothing. */
class RawMessages {
  private readonly body = Buffer.alloc(TEXT.length + 29, 7);
  private readonly search = TEXT.split(' ')
    .map((word, place) => `'${Buffer.from(word.padEnd(8, 'x')).toString('base64url')}':${place + 1}`)
    .join(' ');

  constructor(
    private readonly pool: pg.Pool,
    private readonly chatId: string,
  ) {}

  async insert(): Promise<void> {
    await this.pool.query(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, body, search, sent_at, stored_at)
       VALUES ($1, $2, $3, 'contact', $2, 'text', $4, $5, $6, $6)`,
      [newId(), this.chatId, nextId(), this.body, this.search, new Date()],
    );
  }

  async copy(count: number): Promise<void> {
    const client = await this.pool.connect();
    const at = new Date().toISOString();
    const body = `\\\\x${this.body.toString('hex')}`;
    const lines = Array.from(
      { length: count },
      () =>
        `${newId()}\t${this.chatId}\t${nextId()}\tcontact\t${this.chatId}\ttext\t${body}\t${this.search}\t${at}\t${at}\n`,
    );
    try {
      const columns = 'id, chat_id, external_id, author, subject_id, kind, body, search, sent_at, stored_at';
      await pipeline(Readable.from([lines.join('')]), client.query(copyFrom(`COPY messages (${columns}) FROM STDIN`)));
    } finally {
      client.release();
    }
  }

  async page(): Promise<void> {
    await this.pool.query(
      `SELECT id, chat_id, external_id, author, sender_id, subject_id, kind, body, ack, quoted_id, addressed, route, route_reason,
         sent_at, stored_at, edited_at, revoked_at
       FROM messages WHERE chat_id = $1 ORDER BY sent_at DESC, id DESC LIMIT 51`,
      [this.chatId],
    );
  }
}
