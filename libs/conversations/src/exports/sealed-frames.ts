import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { Transform } from 'node:stream';

import { exportDamaged } from './export.errors.js';

const ALGORITHM = 'aes-256-gcm';
const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
const LAST = 1;

/**
 * Encrypts a stream as frames of 64 KiB, AES-256-GCM each, so that it is written and read in constant memory. The nonce of a frame is
 * its number, and the last one says that it is: frames cannot be left out, moved or cut off (the STREAM construction of Hoang and
 * others, 2015). A key must seal one stream only.
 */
export function sealFrames(key: KeyObject): Transform {
  let pending: Buffer[] = [];
  let held = 0;
  let number = 0;
  const transform = new Transform({
    transform(piece: Buffer, _encoding, done) {
      pending.push(piece);
      held += piece.length;
      // The last frame is known only at the end, so one byte more than a frame has to be there.
      if (held > FRAME_BYTES) {
        let whole = Buffer.concat(pending);
        for (; whole.length > FRAME_BYTES; whole = whole.subarray(FRAME_BYTES)) {
          transform.push(sealFrame(key, number++, false, whole.subarray(0, FRAME_BYTES)));
        }
        pending = [whole];
        held = whole.length;
      }
      done();
    },
    flush(done) {
      transform.push(sealFrame(key, number, true, Buffer.concat(pending)));
      done();
    },
  });
  return transform;
}

/** Opens what `sealFrames` wrote. Throws `export.damaged` at the first frame that is not the one that was written there. */
export async function* openFrames(key: KeyObject, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let number = 0;
  for await (const piece of sealed) {
    rest = Buffer.concat([rest, piece]);
    for (; rest.length > FRAME_BYTES + TAG_BYTES; rest = rest.subarray(FRAME_BYTES + TAG_BYTES)) {
      yield openFrame(key, number++, false, rest.subarray(0, FRAME_BYTES + TAG_BYTES));
    }
  }
  yield openFrame(key, number, true, rest);
}

function sealFrame(key: KeyObject, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(number, last));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openFrame(key: KeyObject, number: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw exportDamaged();
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(number, last), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw exportDamaged();
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce[0] = last ? LAST : 0;
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}
