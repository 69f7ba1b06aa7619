import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** docs/, as it lies beside the sources, and in dist/ the part of it that is served. */
const DOCS = join(import.meta.dirname, '../../../docs');

/** A file of docs/ as text. `path` is one of ours: nothing of a request may be in it. */
export function servedFile(path: string): Promise<string> {
  return readFile(join(DOCS, path), 'utf8');
}
