import { createHash, createSecretKey } from 'node:crypto';

import fc from 'fast-check';

import { cleanText } from '#kernel';
import { sealField, type DataKey } from '#security';

import type { ArchiveCodec } from './archive-codec.js';
import { ARCHIVED_TABLES, archivedTable, type ArchivedTableName, type ColumnKind } from './archived-tables.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { uuidBytes, uuidOf } from './pg-values.js';
import { openSegment, repackSegment, sealSegment, type OpenSegment, type SegmentKeys } from './segment-codec.js';
import { SegmentDraft } from './segment.js';
import { valueAt } from './column.js';

const CHAT = '01900000-0000-7000-8000-00000000c4a7';
const PEOPLE = [CHAT, '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];

class TestKeys implements SegmentKeys {
  readonly erased = new Set<string>();

  of(ids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const keys = ids.map((id): [string, DataKey] => [id, { subjectId: id, key: keyOf(id) }]);
    return Promise.resolve(new Map(keys.filter(([id]) => !this.erased.has(id))));
  }

  find(ids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    return this.of(ids);
  }
}

function keyOf(id: string) {
  return createSecretKey(createHash('sha256').update(id).digest());
}

function address(codec: ArchiveCodec = 'brotli', place = 0) {
  return { archiveId: '01900000-0000-7000-8000-0000000000aa', place, subjectId: CHAT, codec };
}

/** A row as it would come from the database: plain values, and the text of its sealed column. */
interface Row {
  readonly values: readonly (Buffer | null)[];
  readonly text: string | null;
}

function newDraft(rows: Readonly<Partial<Record<ArchivedTableName, readonly Row[]>>>): SegmentDraft {
  const draft = new SegmentDraft();
  for (const { name } of ARCHIVED_TABLES) {
    for (const row of rows[name] ?? []) {
      const values = sealedValues(name, row);
      const starts = new Int32Array(values.length);
      const lengths = new Int32Array(values.length);
      let at = 0;
      values.forEach((value, column) => {
        starts[column] = at;
        lengths[column] = value?.length ?? -1;
        at += value?.length ?? 0;
      });
      draft.add(name, { bytes: Buffer.concat(values.filter((value) => value !== null)), starts, lengths });
    }
  }
  return draft;
}

function sealedValues(name: ArchivedTableName, { values, text }: Row): (Buffer | null)[] {
  const { columns, rowId } = archivedTable(name);
  const at = (column: string) => values[columns.findIndex((one) => one.name === column)] ?? Buffer.alloc(16);
  return columns.map(({ name: column, kind }, place) => {
    if (kind !== 'sealed') return values[place] ?? null;
    if (text === null) return null;
    const subject = uuidOf(at('subject_id'));
    return sealField(
      { subjectId: subject, key: keyOf(subject) },
      { table: name, column, rowId: uuidOf(at(rowId)) },
      text,
    );
  });
}

const uuid = fc.uuid().map(uuidBytes);
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'مرحبا \u202e', '👩‍👩‍👧‍👦', '\ud800 lone', 'a\u0000b', 'x'.repeat(65_536), 'ok', 'ok', '\r\n\t'),
  )
  .map(cleanText);
const time = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.integer({ min: 800_000_000, max: 900_000_000 }).map((s) => BigInt(s) * 1_000_000n),
  )
  .map((value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
  });
const VALUES: Readonly<Record<ColumnKind, fc.Arbitrary<Buffer | null>>> = {
  uuid: fc.option(uuid),
  time: fc.option(time),
  text: fc.option(text.map((value) => Buffer.from(value))),
  bytes: fc.option(fc.uint8Array({ maxLength: 40 }).map((value) => Buffer.from(value))),
  boolean: fc.option(fc.boolean().map((value) => Buffer.from([value ? 1 : 0]))),
  int2: fc.option(fc.uint8Array({ minLength: 2, maxLength: 2 }).map((value) => Buffer.from(value))),
  int4: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 }).map((value) => Buffer.from(value))),
  int8: fc.option(time),
  sealed: fc.constant(null),
};

function rowsOf(name: ArchivedTableName): fc.Arbitrary<Row[]> {
  const { columns, rowId } = archivedTable(name);
  const values = columns.map(({ name: column, kind }) => {
    if (column === 'subject_id') return fc.constantFrom(...PEOPLE).map(uuidBytes);
    return column === rowId ? uuid : VALUES[kind];
  });
  const sealed = columns.some(({ kind }) => kind === 'sealed');
  return fc.array(fc.record({ values: fc.tuple(...values), text: sealed ? fc.option(text) : fc.constant(null) }), {
    maxLength: 30,
  });
}

const segment = fc.record({
  messages: rowsOf('messages'),
  media: rowsOf('media'),
  reactions: rowsOf('reactions'),
  message_labels: rowsOf('message_labels'),
});

function expectSame(
  opened: OpenSegment,
  rows: Readonly<Record<ArchivedTableName, readonly Row[]>>,
  gone?: string,
): void {
  for (const { name, count, columns, values } of opened.tables) {
    const before = rows[name];
    expect(count).toBe(before.length);
    before.forEach((row, place) => {
      columns.forEach(({ kind }, column) => {
        if (kind === 'sealed') return;
        const read = values[column] ? (valueAt(values[column], place) ?? null) : null;
        expect(read?.toString('hex')).toBe(row.values[column]?.toString('hex'));
      });
      const owner = row.values[columns.findIndex((one) => one.name === 'subject_id')];
      const erased = owner && uuidOf(owner) === gone;
      expect(opened.texts.get(name)?.[place] ?? null).toBe(erased ? null : row.text);
    });
  }
}

describe('a segment of an archive', () => {
  it.each(['brotli', 'none'] as const)('comes back byte by byte, whatever is in it (%s)', async (codec) => {
    await fc.assert(
      fc.asyncProperty(segment, async (rows) => {
        const keys = new TestKeys();
        const payload = await sealSegment(newDraft(rows), address(codec), keys);
        expectSame(await openSegment(payload, address(codec), keys), rows);
      }),
      { numRuns: 60 },
    );
  });

  it('loses the texts of a person whose key was erased, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(segment, async (rows) => {
        const keys = new TestKeys();
        const payload = await sealSegment(newDraft(rows), address(), keys);
        const gone = PEOPLE[1] ?? '';
        keys.erased.add(gone);
        expectSame(await openSegment(payload, address(), keys), rows, gone);
        const again = await repackSegment(payload, address(), address('none'), keys);
        keys.erased.clear();
        expectSame(await openSegment(again, address('none'), keys), rows, gone);
      }),
      { numRuns: 30 },
    );
  });

  it('says so when the key of its chat is gone', async () => {
    const keys = new TestKeys();
    const payload = await sealSegment(newDraft({}), address(), keys);
    keys.erased.add(CHAT);
    await expect(openSegment(payload, address(), keys)).rejects.toMatchObject({ code: 'archive.erased' });
  });

  it('is refused in another place, under another codec, and with any byte changed', async () => {
    const keys = new TestKeys();
    const [rows] = fc.sample(segment, { numRuns: 1, seed: 7 });
    const payload = await sealSegment(newDraft(rows ?? {}), address(), keys);
    const damaged = { code: 'archive.damaged' };
    await expect(openSegment(payload, address('brotli', 1), keys)).rejects.toMatchObject(damaged);
    await expect(openSegment(payload, address('none'), keys)).rejects.toMatchObject(damaged);
    for (let at = 0; at < payload.length; at += 1) {
      const flipped = Buffer.from(payload);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      await expect(openSegment(flipped, address(), keys)).rejects.toMatchObject(damaged);
    }
    for (const length of [0, 1, 20, payload.length - 1]) {
      await expect(openSegment(payload.subarray(0, length), address(), keys)).rejects.toMatchObject(damaged);
    }
  });

  it('is refused when the texts of another content of the same place lie in it', async () => {
    const keys = new TestKeys();
    const [row] = fc.sample(
      rowsOf('messages')
        .filter(({ length }) => length > 0)
        .map(([first]) => first),
      {
        ...{ numRuns: 1, seed: 7 },
      },
    );
    if (!row) throw new Error('a row was asked for');
    const saying = (said: string) =>
      sealSegment(newDraft({ messages: [{ ...row, text: said }] }), address('none'), keys);
    const [one, other] = [partsOf(await saying('meet me at five')), partsOf(await saying('meet me at six!'))];
    const mixed = joined([one[0] ?? Buffer.alloc(0), ...other.slice(1)]);
    expect(await openSegment(joined(one), address('none'), keys)).toBeDefined();
    await expect(openSegment(mixed, address('none'), keys)).rejects.toMatchObject({ code: 'archive.damaged' });
  });
});

const HEAD = Buffer.from('SECRETARY-ARCHIVE\u0001', 'latin1');

function partsOf(payload: Buffer): Buffer[] {
  const reader = new ByteReader(payload.subarray(HEAD.length));
  const lengths = Array.from({ length: reader.varint() }, () => reader.varint());
  return lengths.map((length) => reader.take(length));
}

function joined(parts: readonly Buffer[]): Buffer {
  const writer = new ByteWriter(64);
  writer.append(HEAD);
  writer.varint(parts.length);
  for (const part of parts) writer.varint(part.length);
  for (const part of parts) writer.append(part);
  return writer.bytes;
}
