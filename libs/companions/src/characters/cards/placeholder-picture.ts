import { deflateSync } from 'node:zlib';

import { writePng } from './png-chunks.js';

const WIDTH = 400;
const HEIGHT = 600;
/** Eight bits a channel, red, green and blue. */
const [DEPTH, RGB] = [8, 2];

/** A plain picture to carry a card, for a character that has none; its colour comes from `seed`. */
export function placeholderPicture(seed: string): Buffer {
  const hash = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const colour = [96 + (hash % 128), 96 + ((hash >>> 8) % 128), 96 + ((hash >>> 16) % 128)];
  // Each line begins with the byte that says how it is filtered: not at all.
  const line = Buffer.from([0, ...Array.from({ length: WIDTH }, () => colour).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([DEPTH, RGB, 0, 0, 0], 8);
  return writePng([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: deflateSync(Buffer.concat(Array.from({ length: HEIGHT }, () => line))) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}
