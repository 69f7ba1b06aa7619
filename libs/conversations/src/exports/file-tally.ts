import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

export interface TalliedFile {
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** Counts and hashes what passes through. */
export class FileTally extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(piece);
    this.bytes += piece.length;
    done(null, piece);
  }

  /** Once, at the end. */
  result(): TalliedFile {
    return { bytes: this.bytes, sha256: this.hash.digest() };
  }
}
