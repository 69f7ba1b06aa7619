import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';

import { AppError } from '#kernel';

import type { ExportLine } from './export-line.js';
import { exportLines } from './export-lines.js';
import { exportTooLarge, notText, unreadableZip } from './import.errors.js';
import { MAX_TEXT_BYTES, openZippedChat } from './zipped-chat.js';

const SAMPLE_BYTES = 65_536;
/** A chat may hold a stray control character; a picture or UTF-16 is full of them. */
const MAX_ODD_SHARE = 0.1;
const ZIP_MAGIC = 'PK';

/** An exported chat on disk, which can be read more than once. */
export interface ExportFile {
  /** Name of the chat's text, and of the file it came in: either may hold the name of the chat. */
  readonly names: readonly string[];
  lines(): AsyncGenerator<readonly ExportLine[]>;
}

/**
 * Opens a `.txt` or `.zip` export; what it is shows in its first bytes, not in its name. `originalName` is its name before
 * an upload gave it another. Throws `import.not-text`, `import.too-large` and the errors of `openZippedChat`.
 */
export async function readExport(path: string, originalName = basename(path)): Promise<ExportFile> {
  const isZip = (await firstBytes(path)).toString('latin1', 0, 2) === ZIP_MAGIC;
  if (!isZip && (await stat(path)).size > MAX_TEXT_BYTES) throw exportTooLarge();
  const { name, stream } = isZip ? await openZippedChat(path) : { name: originalName, stream: createReadStream(path) };
  await refuseBinary(stream, isZip);
  return {
    names: [name, originalName],
    lines: () => readLines(path, isZip),
  };
}

async function* readLines(path: string, isZip: boolean): AsyncGenerator<readonly ExportLine[]> {
  const stream = isZip ? (await openZippedChat(path)).stream : createReadStream(path);
  try {
    yield* exportLines(stream as AsyncIterable<Uint8Array>);
  } catch (error) {
    throw isZip && !(error instanceof AppError) ? unreadableZip(error) : error;
  } finally {
    stream.destroy();
  }
}

async function refuseBinary(stream: Readable, isZip: boolean): Promise<void> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece);
      if (pieces.reduce((sum, { length }) => sum + length, 0) >= SAMPLE_BYTES) break;
    }
  } catch (error) {
    throw isZip ? unreadableZip(error) : error;
  }
  const sample = new TextDecoder('utf-8').decode(Buffer.concat(pieces).subarray(0, SAMPLE_BYTES));
  // eslint-disable-next-line no-control-regex -- control characters are what tells binary data
  const odd = sample.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (odd > sample.length * MAX_ODD_SHARE) throw notText();
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
