import type { DataKey } from '#security';
import { openField } from '#security';

import { archivedTable, SUBJECT_COLUMN, type ArchivedTable } from './archived-tables.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { ColumnBuilder, valueAt, type Column } from './column.js';
import { uuidOf } from './pg-values.js';
import { columnOf, type TableRows } from './segment.js';

/** Texts of one subject, in the order of tables and rows. */
interface TextBlock {
  readonly lengths: ByteWriter;
  readonly bytes: ByteWriter;
  count: number;
}

/** Whom the texts of these rows belong to. */
export function subjectsOf(tables: readonly TableRows[]): Set<string> {
  const subjects = new Set<string>();
  let last: Buffer | undefined;
  for (const rows of tables) {
    const sealed = sealedColumn(rows);
    const owners = columnOf(rows, SUBJECT_COLUMN);
    if (!sealed || !owners) continue;
    for (let row = 0; row < rows.count; row += 1) {
      if ((sealed.lengths[row] ?? -1) < 0) continue;
      const owner = valueAt(owners, row);
      // Mostly one after the other says it.
      if (!owner || (last && owner.equals(last))) continue;
      last = owner;
      subjects.add(uuidOf(owner));
    }
  }
  return subjects;
}

/** Opens the texts of the rows, one block for each subject. A text whose key was erased is left out, and is null from now on. */
export function openTexts(tables: readonly TableRows[], keys: ReadonlyMap<string, DataKey>) {
  const blocks = new Map<string, TextBlock>();
  const opened = tables.map((rows) => openRows(rows, keys, blocks));
  return { tables: opened, blocks: new Map([...blocks].map(([subject, block]) => [subject, bytesOf(block)])) };
}

function openRows(rows: TableRows, keys: ReadonlyMap<string, DataKey>, blocks: Map<string, TextBlock>): TableRows {
  const table = archivedTable(rows.name);
  const sealed = sealedColumn(rows);
  const owners = columnOf(rows, SUBJECT_COLUMN);
  const ids = columnOf(rows, table.rowId);
  if (!sealed || !owners || !ids) return rows;
  const column = sealedName(table);
  const presence = new ColumnBuilder();
  for (let row = 0; row < rows.count; row += 1) {
    const value = valueAt(sealed, row);
    const subject = value && uuidOf(valueAt(owners, row) ?? Buffer.alloc(0));
    const key = subject === undefined ? undefined : keys.get(subject);
    presence.push(NOTHING, 0, value && key ? 0 : -1);
    if (!value || !key || subject === undefined) continue;
    const rowId = uuidOf(valueAt(ids, row) ?? NOTHING);
    const text = Buffer.from(openField(key, { table: rows.name, column, rowId }, value), 'utf8');
    let block = blocks.get(subject);
    if (!block) blocks.set(subject, (block = { lengths: new ByteWriter(), bytes: new ByteWriter(), count: 0 }));
    block.lengths.varint(text.length);
    block.bytes.append(text);
    block.count += 1;
  }
  const values = rows.values.map((one) => (one === sealed ? presence : one));
  return { ...rows, values };
}

const NOTHING = Buffer.alloc(0);

function bytesOf({ lengths, bytes, count }: TextBlock): Buffer {
  const writer = new ByteWriter(lengths.length + bytes.length + 8);
  writer.varint(count);
  writer.append(lengths.bytes);
  writer.append(bytes.bytes);
  return writer.bytes;
}

/** The texts of each table's rows: null where there is none, and where the subject's block is not there any more. Throws RangeError. */
export function readTexts(
  tables: readonly TableRows[],
  blocks: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, readonly (string | null)[]> {
  const texts = new Map([...blocks].map(([subject, block]) => [subject, textsIn(block)]));
  return new Map(
    tables.map((rows) => {
      const sealed = sealedColumn(rows);
      const owners = columnOf(rows, SUBJECT_COLUMN);
      const found: (string | null)[] = [];
      for (let row = 0; row < rows.count; row += 1) {
        const present = sealed && owners && (sealed.lengths[row] ?? -1) >= 0;
        const block = present ? texts.get(uuidOf(valueAt(owners, row) ?? NOTHING)) : undefined;
        if (block?.done) throw new RangeError('a text is missing');
        found.push(block?.next() ?? null);
      }
      return [rows.name, found];
    }),
  );
}

class TextQueue {
  private at = 0;

  constructor(private readonly texts: readonly string[]) {}

  get done(): boolean {
    return this.at >= this.texts.length;
  }

  next(): string | undefined {
    return this.texts[this.at++];
  }
}

function textsIn(block: Buffer): TextQueue {
  const reader = new ByteReader(block);
  const lengths = Array.from({ length: reader.varint() }, () => reader.varint());
  return new TextQueue(lengths.map((length) => reader.take(length).toString('utf8')));
}

function sealedName({ columns }: ArchivedTable): string {
  return columns.find(({ kind }) => kind === 'sealed')?.name ?? '';
}

function sealedColumn({ columns, values }: TableRows): Column | undefined {
  return values[columns.findIndex(({ kind }) => kind === 'sealed')];
}
