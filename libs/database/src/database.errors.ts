import { AppError } from '#kernel';

/** Nobody answers, or the answer is no. `where` is host:port/name, never the address with its password. */
export function unreachable(where: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    'database.unreachable',
    `Postgres at ${where} ${reason}. Start that server or correct DATABASE_URL; without DATABASE_URL an embedded Postgres is used.`,
    { kind: 'unavailable', cause },
  );
}

/** The database was last used by a version of this program that is newer than this one. */
export function tooNew(migration: string): AppError {
  return new AppError(
    'database.too-new',
    `The database was last used by a newer version of this program: it has the migration ${migration}, which this version does not know. ` +
      'Install the newer version again, or set DATA_DIR or DATABASE_URL to another database.',
  );
}

/** A migration stopped. Each one runs in its own transaction, so nothing of it was kept. */
export function migrationFailed(migration: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    'database.migration-failed',
    `The migration ${migration} failed and was rolled back: ${reason}. The data is as it was before. ` +
      'Start again; if it fails again, restore a backup of the database or remove what stands in its way.',
    { cause },
  );
}

/** The folder for our data cannot be used. `reason` says why and what to do. */
export function badDataDir(reason: string, cause?: unknown): AppError {
  return new AppError('database.data-dir', reason, { cause });
}

/** Another process of ours works on the same data. */
export function dataDirInUse(dataDir: string, pid: number): AppError {
  return new AppError(
    'database.in-use',
    `${dataDir} is in use by a running Secretary (process ${pid}). Stop that one first, or set DATA_DIR to another folder.`,
    { kind: 'conflict' },
  );
}

/** The embedded server could not be set up or started. `reason` holds what Postgres itself said. */
export function embeddedFailed(reason: string, cause?: unknown): AppError {
  return new AppError(
    'database.embedded-failed',
    `The embedded Postgres did not start: ${reason}. Fix that, or set DATABASE_URL to a Postgres of your own.`,
    { cause },
  );
}

/** The transaction lost against others again and again. */
export function contention(cause: unknown): AppError {
  return new AppError('database.contention', 'Too many others changed the same data at once. Try again in a moment.', {
    kind: 'unavailable',
    retryAfterSeconds: 1,
    cause,
  });
}
