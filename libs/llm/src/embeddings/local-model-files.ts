import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { llmError } from '../llm.errors.js';

/** The first of these files that the model's folder has. @throws AppError `llm.no-embedding-model` when it has none */
export async function fileOf(folder: string, ...names: readonly string[]): Promise<string> {
  for (const name of names) {
    const path = join(folder, name);
    if (await isThere(path)) return path;
  }
  throw llmError('llm.no-embedding-model', { details: { missing: names[0] ?? '' } });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
