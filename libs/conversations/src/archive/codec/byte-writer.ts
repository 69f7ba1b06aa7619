/** Bytes that grow at their end. */
export class ByteWriter {
  private buffer: Buffer;
  length = 0;

  constructor(capacity = 1_024) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  /** What was written; valid until more is. */
  get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  /** Seven bits a byte, the lowest first: for whole numbers from 0 to 2^53. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.buffer[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.length++] = rest;
  }

  append(source: Buffer, start = 0, end = source.length): void {
    const count = end - start;
    this.reserve(count);
    // For a few bytes a loop is faster than the call.
    if (count <= 24) for (let at = start; at < end; at += 1) this.buffer[this.length++] = source[at] ?? 0;
    else this.length += source.copy(this.buffer, this.length, start, end);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}
