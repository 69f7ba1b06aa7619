import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

/** How the content of an archive is packed. */
export type ArchiveCodec = 'brotli' | 'none';

/** Of 0-11: what follows costs several times as much for a few percent. */
const QUALITY = 5;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Works on the pool of threads, and so beside us. */
export async function pack(codec: ArchiveCodec, bytes: Buffer): Promise<Buffer> {
  if (codec === 'none') return bytes;
  return compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Throws when the bytes are not what `pack` made. */
export async function unpack(codec: ArchiveCodec, bytes: Buffer): Promise<Buffer> {
  return codec === 'none' ? bytes : decompress(bytes);
}
