import type { MigrationInterface } from 'typeorm';

import { migrationName, migrationPlan, migrationTime } from './migration-plan.js';

const first = newMigration('First1764000000100');
const second = newMigration('Second1764000000200');
const third = newMigration('Third1764000000300');

describe('migrationPlan', () => {
  it.each([
    ['a new database needs all, oldest first', [third, first, second], [], [first, second, third], []],
    ['one that is up to date needs nothing', [first, second], [first, second], [], []],
    ['one that came late is applied as well', [first, second, third], [first, third], [second], []],
    ['what only the database knows is unknown', [first], [first, second], [], [second]],
  ])('%s', (_, known, applied, pending, unknown) => {
    expect(migrationPlan(known, applied.map(migrationName))).toEqual({ pending, unknown: unknown.map(migrationName) });
  });
});

describe('migrationTime', () => {
  it('is the 13 digits at the end of the name', () => {
    expect(migrationTime(newMigration('First1764000000100'))).toBe(1_764_000_000_100);
  });

  it('refuses a name without them', () => {
    expect(() => migrationTime(newMigration('First'))).toThrow('The migration First must end in the 13 digits');
  });
});

function newMigration(name: string): MigrationInterface {
  return { name, up: () => Promise.resolve(), down: () => Promise.resolve() };
}
