import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { newId } from '#kernel';

import { storeFailed } from '../archive.errors.js';
import { ArchiveStore, type StoredPayload } from './archive-store.js';

const DRAFT = '.part';

/** Payloads as files `<folder>/<archive>/<segment>`, for this user only. A crash leaves no half of one under its name. */
export class FileArchiveStore extends ArchiveStore {
  readonly name = 'files';

  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const target = join(this.folder, key);
    const draft = `${target}.${newId()}${DRAFT}`;
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw storeFailed('An archive could not be written below DATA_DIR/archives.', error);
    }
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder, key));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw storeFailed('An archive could not be read below DATA_DIR/archives.', error);
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    try {
      for (const key of keys) await rm(join(this.folder, key), { force: true });
      // Empty folders go with their last payload.
      for (const folder of new Set(keys.map((key) => dirname(join(this.folder, key))))) await removeEmpty(folder);
    } catch (error) {
      throw storeFailed('An archive could not be deleted below DATA_DIR/archives.', error);
    }
  }

  async list(after: string | null, limit: number): Promise<readonly StoredPayload[]> {
    try {
      const found: StoredPayload[] = [];
      for (const folder of await namesIn(this.folder)) {
        if (after !== null && folder < (after.split('/')[0] ?? '')) continue;
        for (const name of await namesIn(join(this.folder, folder))) {
          const key = `${folder}/${name}`;
          if (after !== null && key <= after) continue;
          found.push({ key, storedAt: (await stat(join(this.folder, key))).mtime });
          if (found.length === limit) return found;
        }
      }
      return found;
    } catch (error) {
      throw storeFailed('The folder DATA_DIR/archives could not be listed.', error);
    }
  }
}

/** A rename counts after a power cut only when its folder was written, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function removeEmpty(folder: string): Promise<void> {
  if ((await namesIn(folder)).length === 0) await rm(folder, { recursive: true, force: true });
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
