import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

import { MIGRATIONS } from '../../migrations/index.js';
import { connectionFailure } from '../connection-failure.js';
import { migrationFailed, tooNew } from '../database.errors.js';
import { errorMessage } from '../error-message.js';
import { describeAddress } from '../postgres-address.js';
import { migrationName, migrationPlan, migrationTime } from './migration-plan.js';

/** Any number will do, as long as nobody else in this database takes it. */
const LOCK = 7_305_104_217;

/**
 * Brings the database at `url` up to date and returns the names of what was applied, oldest first. Safe to call from many
 * processes at once: an advisory lock lets one work while the others wait, up to two minutes. Each migration has its own transaction, so a
 * crash leaves none half done.
 * @throws AppError `database.unreachable`, `database.too-new` or `database.migration-failed`
 */
export async function migrate(url: string, migrations = MIGRATIONS): Promise<string[]> {
  describeAddress(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'secretary-migrate',
    connectTimeoutMS: 5_000,
    installExtensions: false,
    poolSize: 1,
  });
  await dataSource.initialize().catch((cause: unknown) => {
    throw connectionFailure(url, cause);
  });
  const runner = dataSource.createQueryRunner();
  try {
    return await applyPending(
      runner,
      migrations.map((Migration) => new Migration()),
    );
  } finally {
    // Closing the connection is what gives the lock back, whatever happened before.
    await runner.release();
    await dataSource.destroy();
  }
}

async function applyPending(runner: QueryRunner, known: readonly MigrationInterface[]): Promise<string[]> {
  await takeLock(runner);
  const { pending, unknown } = migrationPlan(known, await appliedNames(runner));
  if (unknown[0]) throw tooNew(unknown[0]);
  for (const migration of pending) await apply(runner, migration);
  return pending.map(migrationName);
}

async function takeLock(runner: QueryRunner): Promise<void> {
  try {
    await runner.query(`SET lock_timeout = '2min'`);
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
  } catch (cause) {
    throw migrationFailed('of another process', 'it did not end within two minutes', cause);
  }
}

/** The table is the one of TypeORM's own command line, which therefore understands it. */
async function appliedNames(runner: QueryRunner): Promise<string[]> {
  await runner.query(
    'CREATE TABLE IF NOT EXISTS migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)',
  );
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function apply(runner: QueryRunner, migration: MigrationInterface): Promise<void> {
  try {
    await runner.startTransaction();
    await migration.up(runner);
    await runner.query('INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)', [
      migrationTime(migration),
      migrationName(migration),
    ]);
    await runner.commitTransaction();
  } catch (cause) {
    // A rollback fails only when the connection is gone, and then the server has rolled back already.
    await runner.rollbackTransaction().catch(() => undefined);
    throw migrationFailed(migrationName(migration), errorMessage(cause), cause);
  }
}
