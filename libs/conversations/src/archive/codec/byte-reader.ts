/** Reads what a ByteWriter wrote. Throws RangeError where there is less than was asked for. */
export class ByteReader {
  private at = 0;

  constructor(private readonly buffer: Buffer) {}

  get done(): boolean {
    return this.at === this.buffer.length;
  }

  byte(): number {
    const value = this.buffer[this.at++];
    if (value === undefined) throw new RangeError('the bytes end too early');
    return value;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const next = this.byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
      scale *= 128;
      if (scale > Number.MAX_SAFE_INTEGER) throw new RangeError('a number is too large');
    }
  }

  /** A view, not a copy. */
  take(count: number): Buffer {
    if (count > this.buffer.length - this.at) throw new RangeError('the bytes end too early');
    const taken = this.buffer.subarray(this.at, this.at + count);
    this.at += count;
    return taken;
  }
}
