import type { MigrationInterface } from 'typeorm';

export interface MigrationPlan {
  /** What is to be applied, oldest first. */
  readonly pending: readonly MigrationInterface[];
  /** Names in the database that this program does not have. */
  readonly unknown: readonly string[];
}

/** Compares what the program has with what the database says was applied. */
export function migrationPlan(known: readonly MigrationInterface[], applied: readonly string[]): MigrationPlan {
  const names = new Set(known.map(migrationName));
  return {
    pending: known
      .filter((migration) => !applied.includes(migrationName(migration)))
      .sort((one, other) => migrationTime(one) - migrationTime(other)),
    unknown: applied.filter((name) => !names.has(name)),
  };
}

/** The migration's name, such as `Messaging1764000000300`. */
export function migrationName(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}

/**
 * The 13 digits at the end of its name: milliseconds since 1970.
 * @throws Error when the name does not end in them
 */
export function migrationTime(migration: MigrationInterface): number {
  const digits = /\d{13}$/.exec(migrationName(migration));
  if (!digits) throw new Error(`The migration ${migrationName(migration)} must end in the 13 digits of its time.`);
  return Number(digits[0]);
}
