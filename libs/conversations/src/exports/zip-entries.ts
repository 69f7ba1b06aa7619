import { Readable } from 'node:stream';

import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** With folders, separated by slashes. */
  readonly name: string;
  readonly content: AsyncIterable<string | Buffer>;
  /** False for what is compressed already. */
  readonly compress: boolean;
}

/** A ZIP file that is made while it is read: of each entry no more is held than what is on its way. */
export function zipOfEntries(entries: AsyncIterable<ZipEntry>, mtime: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error): void => void output.destroy(error);
  zip.on('error', fail);
  feed(zip, entries, mtime).catch(fail);
  return output;
}

/** One after the other: the next is opened when the one before has been read. */
async function feed(zip: ZipFile, entries: AsyncIterable<ZipEntry>, mtime: Date): Promise<void> {
  const output = zip.outputStream as Readable;
  for await (const { name, content, compress } of entries) {
    const stream = Readable.from(content, { objectMode: false });
    // Who reads the ZIP may be gone, and then nobody reads the entry to its end.
    const abandon = (): void => void stream.destroy();
    output.once('close', abandon);
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject).once('close', resolve);
      zip.addReadStream(stream, name, { mtime, compress });
    });
    output.off('close', abandon);
    if (output.destroyed) return;
  }
  zip.end();
}
