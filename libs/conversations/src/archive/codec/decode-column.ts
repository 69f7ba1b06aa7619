import type { ColumnKind } from './archived-tables.js';
import type { ByteReader } from './byte-reader.js';
import type { Column } from './column.js';
import {
  ALL_NULLS,
  AS_BYTES,
  AS_DELTAS,
  AS_DICTIONARY,
  AS_PLANES,
  NO_NULLS,
  SOME_NULLS,
  WIDTHS,
} from './encode-column.js';

/** Reads what `encodeColumn` wrote. A `sealed` column tells which rows have a text: their lengths are 0, else -1. Throws RangeError. */
export function decodeColumn(reader: ByteReader, kind: ColumnKind, count: number): Column {
  const starts = new Int32Array(count);
  const lengths = new Int32Array(count).fill(-1);
  const rows = decodeNulls(reader, count);
  if (kind === 'sealed') for (const row of rows) lengths[row] = 0;
  if (rows.length === 0 || kind === 'sealed') return { count, starts, lengths, bytes: Buffer.alloc(0) };
  const bytes = decodeValues(reader, kind, rows, { starts, lengths });
  return { count, starts, lengths, bytes };
}

interface Places {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
}

function decodeNulls(reader: ByteReader, count: number): number[] {
  const flag = reader.byte();
  if (flag === ALL_NULLS) return [];
  const all = Array.from({ length: count }, (_, row) => row);
  if (flag === NO_NULLS) return all;
  if (flag !== SOME_NULLS) throw new RangeError('an unknown way to write nulls');
  const bitmap = reader.take(Math.ceil(count / 8));
  return all.filter((row) => ((bitmap[row >> 3] ?? 0) >> (row & 7)) & 1);
}

function decodeValues(reader: ByteReader, kind: ColumnKind, rows: readonly number[], places: Places): Buffer {
  const way = reader.byte();
  switch (way) {
    case AS_DELTAS:
      return decodeDeltas(reader, rows, places);
    case AS_DICTIONARY:
      return decodeDictionary(reader, rows, places);
    case AS_PLANES:
      return decodePlanes(reader, rows, places, WIDTHS[kind]);
    case AS_BYTES:
      return decodeBytes(reader, rows, places);
    default:
      throw new RangeError('an unknown way to write a column');
  }
}

function decodeDeltas(reader: ByteReader, rows: readonly number[], { starts, lengths }: Places): Buffer {
  const bytes = Buffer.allocUnsafe(rows.length * 8);
  const scale = reader.varint();
  let value = 0;
  rows.forEach((row, place) => {
    const coded = reader.varint();
    value += coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2;
    bytes.writeBigInt64BE(BigInt(value * scale), place * 8);
    starts[row] = place * 8;
    lengths[row] = 8;
  });
  return bytes;
}

function decodeDictionary(reader: ByteReader, rows: readonly number[], { starts, lengths }: Places): Buffer {
  const size = reader.varint();
  const values: Buffer[] = [];
  const begins: number[] = [];
  let total = 0;
  for (let place = 0; place < size; place += 1) {
    const value = reader.take(reader.varint());
    values.push(value);
    begins.push(total);
    total += value.length;
  }
  const coded = size > 1 ? reader.take(rows.length) : undefined;
  rows.forEach((row, place) => {
    const found = coded?.[place] ?? 0;
    starts[row] = begins[found] ?? 0;
    const value = values[found];
    if (!value) throw new RangeError('a value is not in its list');
    lengths[row] = value.length;
  });
  return Buffer.concat(values);
}

function decodePlanes(reader: ByteReader, rows: readonly number[], { starts, lengths }: Places, width: number): Buffer {
  const count = rows.length;
  const planes = reader.take(count * width);
  const bytes = Buffer.allocUnsafe(count * width);
  for (let place = 0; place < count; place += 1) {
    for (let at = 0; at < width; at += 1) bytes[place * width + at] = planes[at * count + place] ?? 0;
    starts[rows[place] ?? 0] = place * width;
    lengths[rows[place] ?? 0] = width;
  }
  return bytes;
}

function decodeBytes(reader: ByteReader, rows: readonly number[], { starts, lengths }: Places): Buffer {
  let total = 0;
  for (const row of rows) {
    const length = reader.varint();
    starts[row] = total;
    lengths[row] = length;
    total += length;
  }
  return reader.take(total);
}
