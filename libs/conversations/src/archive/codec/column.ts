import { ByteWriter } from './byte-writer.js';

/** The values of one column in row order, each as its Postgres binary. */
export interface Column {
  readonly count: number;
  readonly bytes: Buffer;
  /** Where each value begins in `bytes`. */
  readonly starts: Int32Array;
  /** Its bytes; -1 for null. */
  readonly lengths: Int32Array;
}

/** A column that is being filled. */
export class ColumnBuilder implements Column {
  private readonly writer = new ByteWriter();
  count = 0;
  starts = new Int32Array(256);
  lengths = new Int32Array(256);

  get bytes(): Buffer {
    return this.writer.bytes;
  }

  get size(): number {
    return this.writer.length;
  }

  /** `length` -1 is null. */
  push(source: Buffer, start: number, length: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = this.writer.length;
    this.lengths[this.count] = length;
    this.count += 1;
    if (length > 0) this.writer.append(source, start, start + length);
  }

  private grow(): void {
    const [starts, lengths] = [this.starts, this.lengths];
    this.starts = new Int32Array(2 * this.count);
    this.lengths = new Int32Array(2 * this.count);
    this.starts.set(starts);
    this.lengths.set(lengths);
  }
}

/** Undefined for null. A view, not a copy. */
export function valueAt({ bytes, starts, lengths }: Column, row: number): Buffer | undefined {
  const start = starts[row] ?? 0;
  const length = lengths[row] ?? -1;
  return length < 0 ? undefined : bytes.subarray(start, start + length);
}
