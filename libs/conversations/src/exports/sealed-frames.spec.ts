import { createSecretKey, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import fc from 'fast-check';

import { openFrames, sealFrames } from './sealed-frames.js';

const key = createSecretKey(randomBytes(32));
const FRAME = 65_536;
const damaged = expect.objectContaining({ code: 'export.damaged' }) as Error;

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const inPieces = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
      bytes.subarray(place * size, (place + 1) * size),
    ),
  );
const seal = (plain: Buffer, size = 10_000): Promise<Buffer> => bytesOf(inPieces(plain, size).pipe(sealFrames(key)));
const open = (sealed: Buffer, size = 10_000): Promise<Buffer> =>
  bytesOf(openFrames(key, inPieces(sealed, size) as AsyncIterable<Buffer>));

describe('sealFrames', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17])('gives %i bytes back', async (size) => {
    const plain = randomBytes(size);
    for (const pieces of [7_001, FRAME, 1_000_000]) {
      const sealed = await seal(plain, pieces);
      expect(size > 16 && sealed.includes(plain.subarray(0, 16))).toBe(false);
      expect((await open(sealed, pieces)).equals(plain)).toBe(true);
    }
  });

  it('refuses any changed byte, any cut, and frames in another order', async () => {
    const plain = randomBytes(2 * FRAME + 100);
    const sealed = await seal(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(sealed);
        changed[at]! ^= change;
        await expect(open(changed)).rejects.toThrow(damaged);
      }),
      { numRuns: 50 },
    );
    const frame = FRAME + 16;
    for (const length of [0, 15, frame - 1, frame, 2 * frame, sealed.length - 1])
      await expect(open(sealed.subarray(0, length))).rejects.toThrow(damaged);
    const swapped = Buffer.concat([
      sealed.subarray(frame, 2 * frame),
      sealed.subarray(0, frame),
      sealed.subarray(2 * frame),
    ]);
    await expect(open(swapped)).rejects.toThrow(damaged);
    await expect(open(Buffer.concat([sealed, Buffer.alloc(10)]))).rejects.toThrow(damaged);
  });
});
