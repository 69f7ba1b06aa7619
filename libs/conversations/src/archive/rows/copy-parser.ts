import type { RawRow } from '../codec/segment.js';

/** Every binary COPY begins so; two numbers of four bytes follow. */
const SIGNATURE = Buffer.from('PGCOPY\n\u00ff\r\n\u0000', 'latin1');
const HEADER_BYTES = SIGNATURE.length + 8;
const END = -1;

/** Reads the rows of a binary COPY in whatever chunks it comes. A row is given as a view: it is gone when `onRow` returns. */
export class CopyParser {
  private rest: Buffer = Buffer.alloc(0);
  private begun = false;
  private ended = false;
  private readonly starts: Int32Array;
  private readonly lengths: Int32Array;

  constructor(
    columns: number,
    private readonly onRow: (row: RawRow) => void,
  ) {
    this.starts = new Int32Array(columns);
    this.lengths = new Int32Array(columns);
  }

  push(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = 0;
    if (!this.begun) {
      if (bytes.length < HEADER_BYTES) {
        this.rest = bytes;
        return;
      }
      if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('this is no binary COPY');
      this.begun = true;
      at = HEADER_BYTES;
    }
    for (;;) {
      const next = this.row(bytes, at);
      if (next < 0) break;
      at = next;
    }
    // A copy, so that a few bytes do not hold a whole chunk.
    this.rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : Buffer.alloc(0);
  }

  /** Throws when the COPY broke off. */
  end(): void {
    if (!this.ended) throw new Error('the rows broke off');
  }

  /** Where the next row begins; -1 when this one is not whole yet, or the last was read. */
  private row(bytes: Buffer, from: number): number {
    if (this.ended || bytes.length - from < 2) return -1;
    const columns = bytes.readInt16BE(from);
    if (columns === END) {
      this.ended = true;
      return from + 2;
    }
    let at = from + 2;
    for (let column = 0; column < columns; column += 1) {
      if (bytes.length - at < 4) return -1;
      const length = bytes.readInt32BE(at);
      at += 4;
      this.starts[column] = at;
      this.lengths[column] = length;
      if (length > 0) at += length;
    }
    if (at > bytes.length) return -1;
    this.onRow({ bytes, starts: this.starts, lengths: this.lengths });
    return at;
  }
}

export function copyHeader(): Buffer {
  return Buffer.concat([SIGNATURE, Buffer.alloc(8)]);
}

export function copyTrailer(): Buffer {
  return Buffer.from([255, 255]);
}
