import type { ColumnKind } from './archived-tables.js';
import { type ByteWriter } from './byte-writer.js';
import type { Column } from './column.js';

export const NO_NULLS = 0;
export const ALL_NULLS = 1;
export const SOME_NULLS = 2;

export const AS_DICTIONARY = 0;
export const AS_BYTES = 1;
export const AS_PLANES = 2;
export const AS_DELTAS = 3;

/** So that a place in it is one byte. */
const LARGEST_DICTIONARY = 255;

/** Bytes of a value of each kind; 0 where they differ. */
export const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  uuid: 16,
  time: 8,
  text: 0,
  bytes: 0,
  boolean: 1,
  int2: 2,
  int4: 4,
  int8: 8,
  sealed: 0,
};

/**
 * Writes one column so that a compressor finds its regularities: times and whole numbers as differences, ids byte by byte across the
 * rows, few different values by their place in a list. Any value comes back as it was, byte by byte.
 */
export function encodeColumn(writer: ByteWriter, kind: ColumnKind, column: Column): void {
  const rows = encodeNulls(writer, column);
  if (rows.length === 0 || kind === 'sealed') return;
  const width = WIDTHS[kind];
  if ((kind === 'time' || kind === 'int8') && encodeDeltas(writer, column, rows)) return;
  if (encodeDictionary(writer, column, rows)) return;
  if (width > 0 && rows.every((row) => column.lengths[row] === width)) encodePlanes(writer, column, rows, width);
  else encodeBytes(writer, column, rows);
}

/** The rows that have a value. */
function encodeNulls(writer: ByteWriter, { count, lengths }: Column): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if ((lengths[row] ?? -1) >= 0) rows.push(row);
  writer.byte(rows.length === count ? NO_NULLS : rows.length === 0 ? ALL_NULLS : SOME_NULLS);
  if (rows.length > 0 && rows.length < count) {
    const bitmap = Buffer.alloc(Math.ceil(count / 8));
    for (const row of rows) bitmap[row >> 3] = (bitmap[row >> 3] ?? 0) | (1 << (row & 7));
    writer.append(bitmap);
  }
  return rows;
}

/** False, and nothing written, when a value is beyond what a number holds: more than 285 years from the year 2000. */
function encodeDeltas(writer: ByteWriter, { bytes, starts }: Column, rows: readonly number[]): boolean {
  const values = new Float64Array(rows.length);
  let scale = 1_000;
  for (let place = 0; place < rows.length; place += 1) {
    const start = starts[rows[place] ?? 0] ?? 0;
    const value = bytes.readInt32BE(start) * 4_294_967_296 + bytes.readUInt32BE(start + 4);
    if (!Number.isSafeInteger(value * 2)) return false;
    if (value % scale !== 0) scale = 1;
    values[place] = value;
  }
  writer.byte(AS_DELTAS);
  writer.varint(scale);
  let before = 0;
  for (const value of values) {
    const now = value / scale;
    const delta = now - before;
    writer.varint(delta < 0 ? -2 * delta - 1 : 2 * delta);
    before = now;
  }
  return true;
}

/** False, and nothing written, when there are too many different values for it to be of use. */
function encodeDictionary(writer: ByteWriter, { bytes, starts, lengths }: Column, rows: readonly number[]): boolean {
  const most = Math.min(LARGEST_DICTIONARY, Math.ceil(rows.length / 2));
  const places = new Map<string, number>();
  const coded = Buffer.allocUnsafe(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const start = starts[row] ?? 0;
    const value = bytes.toString('latin1', start, start + (lengths[row] ?? 0));
    let found = places.get(value);
    if (found === undefined) {
      found = places.size;
      if (found >= most) return false;
      places.set(value, found);
    }
    coded[place] = found;
  }
  writer.byte(AS_DICTIONARY);
  writer.varint(places.size);
  for (const value of places.keys()) {
    writer.varint(value.length);
    writer.append(Buffer.from(value, 'latin1'));
  }
  if (places.size > 1) writer.append(coded);
  return true;
}

/** All first bytes, then all second bytes, and so on. */
function encodePlanes(writer: ByteWriter, { bytes, starts }: Column, rows: readonly number[], width: number): void {
  const count = rows.length;
  const planes = Buffer.allocUnsafe(count * width);
  for (let place = 0; place < count; place += 1) {
    const start = starts[rows[place] ?? 0] ?? 0;
    for (let at = 0; at < width; at += 1) planes[at * count + place] = bytes[start + at] ?? 0;
  }
  writer.byte(AS_PLANES);
  writer.append(planes);
}

function encodeBytes(writer: ByteWriter, { bytes, starts, lengths }: Column, rows: readonly number[]): void {
  writer.byte(AS_BYTES);
  for (const row of rows) writer.varint(lengths[row] ?? 0);
  for (const row of rows) {
    const start = starts[row] ?? 0;
    writer.append(bytes, start, start + (lengths[row] ?? 0));
  }
}
