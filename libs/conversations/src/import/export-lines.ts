import { cleanText } from '#kernel';

import type { ExportLine } from './export-line.js';
import { LineSplitter } from './line-splitter.js';

/**
 * The lines of a UTF-8 byte stream, a batch per piece that arrives, so that memory does not grow with the file. A byte
 * order mark is dropped; bytes that are not UTF-8 become U+FFFD.
 */
export async function* exportLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ExportLine[]> {
  const decoder = new TextDecoder('utf-8');
  const splitter = new LineSplitter();
  for await (const piece of bytes) {
    yield splitter.push(cleanText(decoder.decode(piece, { stream: true })));
  }
  yield [...splitter.push(cleanText(decoder.decode())), ...splitter.end()];
}
