import type { QueryRunner } from 'typeorm';

import { archivedTable, columnIndex, type ArchivedTableName } from '../codec/archived-tables.js';
import { timestampOf, uuidOf } from '../codec/pg-values.js';
import { fieldAt, SegmentDraft, type RawRow } from '../codec/segment.js';
import { quoted } from './copy-in.js';
import { copyOut } from './copy-out.js';

/** How many messages are read at a time: what lies in memory of a long chat. */
const WINDOW = 20_000;
/** A segment is what one page of a reader costs; larger ones pack better. */
const SEGMENT_MESSAGES = 1_000;
const SEGMENT_BYTES = 512 * 1_024;

export interface RowPlace {
  /** To the microsecond. */
  readonly at: string;
  readonly id: string;
}

/** A segment as it was read, and where it begins and ends. */
export interface ReadSegment {
  readonly draft: SegmentDraft;
  readonly first: RowPlace;
  readonly last: RowPlace;
}

/** What belongs to messages, by the message: its id, for reactions its id on the network. */
type Companions = ReadonlyMap<string, readonly KeptRow[]>;
type KeptRow = readonly [table: ArchivedTableName, row: RawRow];

const ID = columnIndex(archivedTable('messages').columns, 'id');
const EXTERNAL_ID = columnIndex(archivedTable('messages').columns, 'external_id');
const MEDIA_PATH = columnIndex(archivedTable('media').columns, 'path');

/** Reads a chat's rows out of one snapshot, oldest first, cut into segments. */
export class ChatRows {
  readonly mediaPaths: string[] = [];
  private readonly byId = new Map<string, KeptRow[]>();
  private readonly byExternalId = new Map<string, KeptRow[]>();

  constructor(
    private readonly runner: QueryRunner,
    private readonly chatId: string,
  ) {}

  /** What belongs to messages is read first. Tables without a row for this chat are left out by the caller. */
  async readCompanions(tables: readonly Exclude<ArchivedTableName, 'messages'>[]): Promise<void> {
    for (const table of tables) {
      const { columns } = archivedTable(table);
      await copyOut(this.runner, this.companionsSql(table), columns.length, (row) => this.keep(table, row));
    }
  }

  /** Windows of segments, so that the connection is free in between. */
  async *segments(): AsyncGenerator<readonly ReadSegment[]> {
    let after: RowPlace | undefined;
    for (;;) {
      const window = new Window(this.byId, this.byExternalId);
      await copyOut(this.runner, this.messagesSql(after), archivedTable('messages').columns.length, (row) => {
        window.add(row);
      });
      const segments = window.end();
      if (segments.length > 0) yield segments;
      if (window.count < WINDOW) return;
      after = segments.at(-1)?.last;
    }
  }

  private keep(table: ArchivedTableName, row: RawRow): void {
    const { columns } = archivedTable(table);
    const named = columnIndex(columns, table === 'reactions' ? 'message_external_id' : 'message_id');
    const owner = valueOf(row, named)?.toString('latin1') ?? '';
    const rows = table === 'reactions' ? this.byExternalId : this.byId;
    const kept: KeptRow = [table, copyOf(row)];
    const before = rows.get(owner);
    if (before) before.push(kept);
    else rows.set(owner, [kept]);
    const path = table === 'media' ? valueOf(row, MEDIA_PATH) : undefined;
    if (path) this.mediaPaths.push(path.toString('utf8'));
  }

  private companionsSql(table: ArchivedTableName): string {
    const columns = quoted(
      archivedTable(table).columns.map(({ name }) => name),
      `${table}.`,
    );
    const of =
      table === 'reactions'
        ? 'messages.chat_id = reactions.chat_id AND messages.external_id = reactions.message_external_id'
        : `messages.id = ${table}.message_id`;
    // Two messages of a group may have one id: what is said of them is said once.
    return `SELECT ${columns} FROM ${table} WHERE EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = '${this.chatId}' AND ${of})
      ORDER BY 1${table === 'message_labels' ? ', 2' : ''}`;
  }

  private messagesSql(after: RowPlace | undefined): string {
    const columns = quoted(archivedTable('messages').columns.map(({ name }) => name));
    const from = after ? `AND (sent_at, id) > ('${after.at}'::timestamptz, '${after.id}'::uuid)` : '';
    return `SELECT ${columns} FROM messages WHERE chat_id = '${this.chatId}' ${from} ORDER BY sent_at, id LIMIT ${WINDOW}`;
  }
}

class Window {
  count = 0;
  private readonly finished: ReadSegment[] = [];
  private draft = new SegmentDraft();
  constructor(
    private readonly byId: Companions,
    private readonly byExternalId: Map<string, readonly KeptRow[]>,
  ) {}

  add(row: RawRow): void {
    this.count += 1;
    this.draft.add('messages', row);
    if (this.byId.size > 0) this.addAll(this.byId.get(valueOf(row, ID)?.toString('latin1') ?? ''));
    if (this.byExternalId.size > 0) {
      const key = valueOf(row, EXTERNAL_ID)?.toString('latin1') ?? '';
      this.addAll(this.byExternalId.get(key));
      this.byExternalId.delete(key);
    }
    if (this.draft.messageCount >= SEGMENT_MESSAGES || this.draft.originalBytes >= SEGMENT_BYTES) this.cut();
  }

  end(): readonly ReadSegment[] {
    this.cut();
    return this.finished;
  }

  private addAll(rows: readonly KeptRow[] | undefined): void {
    for (const [table, row] of rows ?? []) this.draft.add(table, row);
  }

  private cut(): void {
    const { messageCount } = this.draft;
    if (messageCount === 0) return;
    this.finished.push({
      draft: this.draft,
      first: placeOf(this.draft, 0),
      last: placeOf(this.draft, messageCount - 1),
    });
    this.draft = new SegmentDraft();
  }
}

function placeOf(draft: SegmentDraft, row: number): RowPlace {
  const rows = draft.rowsOf('messages');
  const [id, at] = [fieldAt(rows, 'id', row), fieldAt(rows, 'sent_at', row)];
  if (!id || !at) throw new Error('a message without its place was read');
  return { at: timestampOf(at), id: uuidOf(id) };
}

function valueOf({ bytes, starts, lengths }: RawRow, column: number): Buffer | undefined {
  const start = starts[column] ?? 0;
  const length = lengths[column] ?? -1;
  return length < 0 ? undefined : bytes.subarray(start, start + length);
}

/** The row by itself: what it came in is gone soon. */
function copyOf({ bytes, starts, lengths }: RawRow): RawRow {
  const begin = Math.min(...starts);
  const end = Math.max(...starts.map((start, column) => start + Math.max(0, lengths[column] ?? 0)));
  return {
    bytes: Buffer.from(bytes.subarray(begin, end)),
    starts: starts.map((start) => start - begin),
    lengths: Int32Array.from(lengths),
  };
}
