import { crc32 } from 'node:zlib';

import { wrongCard } from '../characters.errors.js';

/** One piece of a PNG file. */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length and type before the data, the checksum after it. */
const FRAME = 12;
const MOST_CHUNKS = 10_000;
const TYPE = /^[A-Za-z]{4}$/;
/** Bytes of a picture's header. */
const HEADER_LENGTH = 13;
const LONGEST_SIDE = 16_384;

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/**
 * The chunks of a PNG, checked: none cut, each with the right checksum, beginning with a header of a size that can be shown and ending with its
 * end. Nothing is unpacked, so nothing can be larger than the file. (PNG specification, third edition, 5.)
 * @throws AppError `character.wrong-card`
 */
export function readPng(bytes: Buffer): readonly PngChunk[] {
  if (!isPng(bytes)) throw wrongCard('it does not begin as a PNG');
  const chunks: PngChunk[] = [];
  let at = SIGNATURE.length;
  while (chunks.at(-1)?.type !== 'IEND') {
    const chunk = chunkAt(bytes, at);
    chunks.push(chunk);
    at += FRAME + chunk.data.length;
    if (chunks.length > MOST_CHUNKS) throw wrongCard('the PNG is in too many pieces');
  }
  checkHeader(chunks[0]);
  return chunks;
}

export function writePng(chunks: readonly PngChunk[]): Buffer {
  const framed = chunks.map(({ type, data }) => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(typed), 4);
    return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
  });
  return Buffer.concat([SIGNATURE, ...framed]);
}

function chunkAt(bytes: Buffer, at: number): PngChunk {
  if (at + FRAME > bytes.length) throw wrongCard('the PNG is cut off');
  const length = bytes.readUInt32BE(at);
  const end = at + 8 + length;
  if (end + 4 > bytes.length) throw wrongCard('the PNG is cut off');
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (!TYPE.test(type)) throw wrongCard('a piece of the PNG has no type');
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw wrongCard('a checksum of the PNG is wrong');
  return { type, data: bytes.subarray(at + 8, end) };
}

function checkHeader(header: PngChunk | undefined): void {
  if (header?.type !== 'IHDR' || header.data.length !== HEADER_LENGTH) throw wrongCard('the PNG has no header');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (width === 0 || height === 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
    throw wrongCard('the picture is too large');
  }
}
