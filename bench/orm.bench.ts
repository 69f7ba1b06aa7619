import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { newId } from '#kernel';
import {
  AccountStatuses,
  ChatReader,
  HistoryWriter,
  InboundRecorder,
  MessagePages,
  type HistoricMessage,
} from '#messaging';
import { BlindIndex, DataKeys, openField, sealField, type DataKey } from '#security';
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

/**
 * What our way of writing and reading costs above pg alone. Both sides seal, tokenise and open the same texts: that is the work itself,
 * not the way it is stored.
 */
export async function ormBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => ConnectorModule.forRoot(platform));
  const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: LANES });
  const service = <T>(type: new (...parts: never[]) => T): T => bench.app.get(type, { strict: false });
  const account = await service(AccountStatuses).ensure('default', 'simulator');
  const { chatId } = await service(HistoryWriter).openChat(account, { externalId: FROM, kind: 'direct' });
  const { contactId } = await service(ChatReader).find(chatId);
  const key = (await service(DataKeys).of([contactId ?? ''])).get(contactId ?? '');
  if (!key) throw new Error('a key was asked for');
  const raw = new RawMessages(pool, chatId, key, service(BlindIndex));
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
  return row('orm one written', result, 'messages/s', 0.8, `${LANES} callers; ours keeps chat and turn as well`);
}

async function writtenMany(pairs: number, writer: HistoryWriter, chatId: string, raw: RawMessages): Promise<BenchRow> {
  const write = (): Promise<unknown> => writer.write(chatId, Array.from({ length: BATCH }, newHistoric));
  const perSecond = async (call: () => Promise<unknown>): Promise<number> => (await rate(BATCHES, 1, call)) * BATCH;
  const result = await paired(
    pairs,
    () => perSecond(write),
    () => perSecond(() => raw.copy(BATCH)),
  );
  return row('orm 500 written', result, 'messages/s', 0.55, 'against COPY; ours keeps the chat as well');
}

async function read(pairs: number, pages: MessagePages, chatId: string, raw: RawMessages): Promise<BenchRow> {
  const result = await paired(
    pairs,
    () => rate(READS, 1, () => pages.ofChat(chatId, { limit: 50 })),
    () => rate(READS, 1, () => raw.page()),
  );
  return row('orm page read', result, 'pages/s', 0.85, '50 messages, opened; ours names their senders as well');
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

/** The same rows, sealed and tokenised alike, through pg alone. */
class RawMessages {
  constructor(
    private readonly pool: pg.Pool,
    private readonly chatId: string,
    private readonly key: DataKey,
    private readonly index: BlindIndex,
  ) {}

  async insert(): Promise<void> {
    const id = newId();
    await this.pool.query(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, body, search, sent_at, stored_at)
       VALUES ($1, $2, $3, 'contact', $7, 'text', $4, $5, $6, $6)`,
      [id, this.chatId, nextId(), this.seal(id), this.index.vector(TEXT), new Date(), this.key.subjectId],
    );
  }

  async copy(count: number): Promise<void> {
    const client = await this.pool.connect();
    try {
      const columns = 'id, chat_id, external_id, author, subject_id, kind, body, search, sent_at, stored_at';
      const lines = Array.from({ length: count }, () => this.line());
      await pipeline(Readable.from([lines.join('')]), client.query(copyFrom(`COPY messages (${columns}) FROM STDIN`)));
    } finally {
      client.release();
    }
  }

  async page(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; body: Buffer }>(
      `SELECT id, chat_id, external_id, author, sender_id, subject_id, kind, body, ack, quoted_id, addressed, route, route_reason,
         sent_at, stored_at, edited_at, revoked_at
       FROM messages WHERE chat_id = $1 ORDER BY sent_at DESC, id DESC LIMIT 51`,
      [this.chatId],
    );
    for (const { id, body } of rows) openField(this.key, addressOf(id), body);
  }

  private line(): string {
    const id = newId();
    const at = new Date().toISOString();
    const body = `\\\\x${this.seal(id).toString('hex')}`;
    const search = this.index.vector(TEXT);
    return `${id}\t${this.chatId}\t${nextId()}\tcontact\t${this.key.subjectId}\ttext\t${body}\t${search}\t${at}\t${at}\n`;
  }

  private seal(id: string): Buffer {
    return sealField(this.key, addressOf(id), TEXT);
  }
}

function addressOf(rowId: string): { table: string; column: string; rowId: string } {
  return { table: 'messages', column: 'body', rowId };
}
