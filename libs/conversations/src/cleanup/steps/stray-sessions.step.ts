import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { StorageConfig } from '#config';
import { isId } from '#kernel';

import type { CleanupCount, CleanupOrder, CleanupStep } from '../cleanup-step.js';

/** WhatsApp unlinks a browser that was away for so long, so nobody loses a session that would still work. */
const UNUSED_MS = 45 * 86_400_000;

/** Browser profiles of accounts that this database does not know, when nothing has touched them for weeks. */
@Injectable()
export class StraySessionsStep implements CleanupStep {
  readonly id = 'stray_sessions';
  private readonly folder: string;

  constructor(
    { dataDir }: StorageConfig,
    private readonly dataSource: DataSource,
  ) {
    this.folder = resolve(dataDir, 'sessions');
  }

  async run({ dryRun, now, signal }: CleanupOrder): Promise<CleanupCount> {
    const unused = now.getTime() - UNUSED_MS;
    let [removed, kept] = [0, 0];
    for (const name of await this.unknownAccounts()) {
      signal.throwIfAborted();
      if ((await lastTouched(join(this.folder, name))) >= unused) {
        kept += 1;
        continue;
      }
      if (!dryRun) await rm(join(this.folder, name), { recursive: true, force: true });
      removed += 1;
    }
    const reason = 'used within the last 45 days, though no account of this database: is it the right DATA_DIR?';
    return { removed, ...(kept > 0 && { kept, reason }) };
  }

  /** The names of folders that are ids, but of none of our accounts. */
  private async unknownAccounts(): Promise<string[]> {
    const names = (await readdir(this.folder).catch(() => [])).filter(isId);
    const rows = await this.dataSource.query<{ id: string }[]>('SELECT id FROM accounts WHERE id = ANY ($1::uuid[])', [
      names,
    ]);
    const known = new Set(rows.map(({ id }) => id));
    return names.filter((name) => !known.has(name));
  }
}

/** The latest change of the folder or of anything in it, in ms. */
async function lastTouched(path: string): Promise<number> {
  const entry = await stat(path).catch(() => undefined);
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => lastTouched(join(path, name))));
  return Math.max(entry.mtimeMs, ...times);
}
