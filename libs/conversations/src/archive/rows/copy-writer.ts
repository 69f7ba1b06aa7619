import { copyHeader, copyTrailer } from './copy-parser.js';

/** One row as a binary COPY takes it; undefined is null. */
function copyRow(values: readonly (Buffer | undefined)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 2);
  const row = Buffer.allocUnsafe(size);
  row.writeInt16BE(values.length);
  let at = 2;
  for (const value of values) {
    row.writeInt32BE(value ? value.length : -1, at);
    at += 4;
    if (value) at += value.copy(row, at);
  }
  return row;
}

const CHUNK_BYTES = 64 * 1_024;

/** Rows as the stream of a binary COPY. */
export function* copyChunks(rows: Iterable<readonly (Buffer | undefined)[]>): Generator<Buffer> {
  let chunk = [copyHeader()];
  let size = 0;
  for (const values of rows) {
    const row = copyRow(values);
    chunk.push(row);
    size += row.length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(chunk);
    chunk = [];
    size = 0;
  }
  yield Buffer.concat([...chunk, copyTrailer()]);
}
