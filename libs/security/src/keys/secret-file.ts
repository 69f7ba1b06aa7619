import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

import { unusableSecretFile } from '../security.errors.js';

export interface SecretFile {
  /** Its content, without white space around it. */
  readonly text: string;
  /** Whether this call made it. */
  readonly made: boolean;
}

/**
 * Reads a secret of one line, or makes it when the file is not there: mode 0600 in a folder of mode 0700. Of several
 * processes that start at once, one makes it and all return the same. Throws `security.secret-file`.
 */
export async function keepSecretFile(path: string, make: () => string): Promise<SecretFile> {
  try {
    const existing = await readSecret(path);
    if (existing !== null) return { text: existing, made: false };
    const made = await createSecret(path, make());
    const text = await readSecret(path);
    if (text === null) throw unusableSecretFile(path);
    return { text, made };
  } catch (error) {
    throw unusableSecretFile(path, error);
  }
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    if (text === '') throw unusableSecretFile(path);
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
    return text;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Linked into place complete and on disk, so that a crash leaves no half of a key and no process overwrites another's. */
async function createSecret(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
    await file.close();
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await file.close().catch(() => undefined);
    await unlink(draft);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
