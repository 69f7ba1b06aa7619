import { createHash } from 'node:crypto';

import { openContent, sealContent, type DataKey } from '#security';

import { archiveDamaged, archiveErased } from '../archive.errors.js';
import { pack, unpack } from './archive-codec.js';
import { ARCHIVED_TABLES, type ArchivedColumn, type ArchivedTableName } from './archived-tables.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { decodeColumn } from './decode-column.js';
import { encodeColumn } from './encode-column.js';
import { rowsAddress, textsAddress, type SegmentAddress } from './segment-address.js';
import type { SegmentDraft, TableRows } from './segment.js';
import { openTexts, readTexts, subjectsOf } from './subject-texts.js';

/** Says what the bytes are, in a file that somebody finds. */
const MAGIC = Buffer.from('SECRETARY-ARCHIVE\u0001', 'latin1');
const DIGEST_BYTES = 32;

/** Keys by subject: `of` makes a missing one, `find` does not. */
export interface SegmentKeys {
  of(subjectIds: readonly string[]): Promise<ReadonlyMap<string, DataKey>>;
  find(subjectIds: readonly string[]): Promise<ReadonlyMap<string, DataKey>>;
}

/** A segment, opened: the texts of each table's rows beside them. */
export interface OpenSegment {
  readonly tables: readonly TableRows[];
  /** By table; null where there is none, and where its subject was erased. */
  readonly texts: ReadonlyMap<string, readonly (string | null)[]>;
}

interface Head {
  readonly tables: readonly {
    readonly name: ArchivedTableName;
    readonly count: number;
    readonly columns: readonly ArchivedColumn[];
  }[];
  /** In the order of their parts, with the SHA-256 of each one's plain content. */
  readonly subjects: readonly { readonly id: string; readonly sha256: string }[];
}

/**
 * The bytes of a segment: what is of the chat as a whole under the chat's key, and the texts of each person under their own. Each part
 * is packed, then sealed for its place; a digest of its plain content lies inside.
 */
export async function sealSegment(draft: SegmentDraft, address: SegmentAddress, keys: SegmentKeys): Promise<Buffer> {
  const drafted = ARCHIVED_TABLES.map(({ name }) => draft.rowsOf(name));
  const found = await keys.find([...subjectsOf(drafted)]);
  const { tables, blocks } = openTexts(drafted, found);
  return sealParts(writeRows(tables, blocks), blocks, address, keys);
}

/** The same segment again under another codec, without a look at its rows. Throws as `openSegment`. */
export async function repackSegment(
  payload: Buffer,
  from: SegmentAddress,
  to: SegmentAddress,
  keys: SegmentKeys,
): Promise<Buffer> {
  const { rows, blocks, erased } = await openParts(payload, from, keys);
  if (erased.size > 0) {
    // Its part could not be sealed anew, and nobody will ever read it: an empty one stands for it.
    for (const subject of erased) blocks.delete(subject);
  }
  return sealParts(rows, blocks, to, keys);
}

/** Throws `archive.damaged` with what is wrong, `archive.erased`. */
export async function openSegment(payload: Buffer, address: SegmentAddress, keys: SegmentKeys): Promise<OpenSegment> {
  try {
    const { rows, blocks } = await openParts(payload, address, keys);
    const tables = readRows(rows);
    return { tables, texts: readTexts(tables, blocks) };
  } catch (error) {
    throw error instanceof RangeError || error instanceof SyntaxError
      ? archiveDamaged('it is cut or altered', error)
      : error;
  }
}

async function sealParts(
  rows: Buffer,
  blocks: ReadonlyMap<string, Buffer>,
  address: SegmentAddress,
  keys: SegmentKeys,
): Promise<Buffer> {
  const { codec, subjectId } = address;
  const { subjects } = headOf(rows);
  const owners = await keys.of([subjectId]);
  const found = await keys.find(subjects.map(({ id }) => id));
  const chatKey = owners.get(subjectId);
  if (!chatKey) throw new Error('a data key was asked for and not given');
  const parts = await Promise.all([
    pack(codec, rows).then((packed) => sealContent(chatKey, rowsAddress(address), packed)),
    ...subjects.map(async ({ id }) => {
      const [block, key] = [blocks.get(id), found.get(id)];
      // Erased since it was read: nothing of it may stay.
      if (!block || !key) return Buffer.alloc(0);
      return sealContent(key, textsAddress(address, id), await pack(codec, block));
    }),
  ]);
  const writer = new ByteWriter(parts.reduce((sum, part) => sum + part.length + 8, MAGIC.length + 8));
  writer.append(MAGIC);
  writer.varint(parts.length);
  for (const part of parts) writer.varint(part.length);
  for (const part of parts) writer.append(part);
  return writer.bytes;
}

async function openParts(payload: Buffer, address: SegmentAddress, keys: SegmentKeys) {
  const [sealedRows, ...sealedTexts] = partsOf(payload);
  const { codec, subjectId } = address;
  const chatKey = (await keys.find([subjectId])).get(subjectId);
  if (!chatKey) throw archiveErased();
  const rows = await openPart(chatKey, rowsAddress(address), sealedRows ?? Buffer.alloc(0), codec);
  checkDigest(rows.subarray(0, DIGEST_BYTES), rows.subarray(DIGEST_BYTES));
  const { subjects } = headOf(rows);
  if (subjects.length !== sealedTexts.length) throw archiveDamaged('a part of it is missing');
  const found = await keys.find(subjects.map(({ id }) => id));
  const blocks = new Map<string, Buffer>();
  const erased = new Set<string>();
  await Promise.all(
    subjects.map(async ({ id, sha256 }, place) => {
      const key = found.get(id);
      const sealed = sealedTexts[place] ?? Buffer.alloc(0);
      if (!key || sealed.length === 0) return erased.add(id);
      const block = await openPart(key, textsAddress(address, id), sealed, codec);
      checkDigest(Buffer.from(sha256, 'hex'), block);
      return blocks.set(id, block);
    }),
  );
  return { rows, blocks, erased };
}

async function openPart(
  key: DataKey,
  at: ReturnType<typeof rowsAddress>,
  sealed: Buffer,
  codec: SegmentAddress['codec'],
): Promise<Buffer> {
  let opened: Buffer;
  try {
    opened = openContent(key, at, sealed);
  } catch (error) {
    throw archiveDamaged('a part of it does not open with its key', error);
  }
  try {
    return await unpack(codec, opened);
  } catch (error) {
    throw archiveDamaged('a part of it cannot be unpacked', error);
  }
}

function checkDigest(expected: Buffer, content: Buffer): void {
  if (!createHash('sha256').update(content).digest().equals(expected)) {
    throw archiveDamaged('the digest inside it is that of another content');
  }
}

function partsOf(payload: Buffer): Buffer[] {
  const reader = new ByteReader(payload);
  if (!reader.take(MAGIC.length).equals(MAGIC)) throw archiveDamaged('it is no archive of this version');
  const lengths = Array.from({ length: reader.varint() }, () => reader.varint());
  const parts = lengths.map((length) => reader.take(length));
  if (!reader.done) throw archiveDamaged('there is more in it than was put there');
  return parts;
}

/** [digest of the rest][length of the head][head as JSON][columns of all tables, one after the other] */
function writeRows(tables: readonly TableRows[], blocks: ReadonlyMap<string, Buffer>): Buffer {
  const head: Head = {
    tables: tables.map(({ name, count, columns }) => ({ name, count, columns })),
    subjects: [...blocks].map(([id, block]) => ({ id, sha256: createHash('sha256').update(block).digest('hex') })),
  };
  const text = Buffer.from(JSON.stringify(head));
  const writer = new ByteWriter(64 * 1_024);
  writer.append(Buffer.alloc(DIGEST_BYTES));
  writer.varint(text.length);
  writer.append(text);
  for (const { columns, values, count } of tables) {
    if (count === 0) continue;
    columns.forEach(({ kind }, place) => {
      const column = values[place];
      if (column) encodeColumn(writer, kind, column);
    });
  }
  const { bytes } = writer;
  createHash('sha256').update(bytes.subarray(DIGEST_BYTES)).digest().copy(bytes);
  return bytes;
}

function headOf(rows: Buffer): Head {
  const reader = new ByteReader(rows.subarray(DIGEST_BYTES));
  return JSON.parse(reader.take(reader.varint()).toString('utf8')) as Head;
}

function readRows(rows: Buffer): TableRows[] {
  const reader = new ByteReader(rows.subarray(DIGEST_BYTES));
  const head = JSON.parse(reader.take(reader.varint()).toString('utf8')) as Head;
  const tables = head.tables.map(({ name, count, columns }) => ({
    name,
    count,
    columns,
    values: count === 0 ? [] : columns.map(({ kind }) => decodeColumn(reader, kind, count)),
  }));
  if (!reader.done) throw archiveDamaged('there are more columns in it than it says');
  return tables;
}
