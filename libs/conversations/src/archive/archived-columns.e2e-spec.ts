import { DataSource } from 'typeorm';

import { createTestDatabase } from '#testing';

import { ARCHIVED_TABLES } from './codec/archived-tables.js';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  uuid: ['uuid'],
  'timestamp with time zone': ['time'],
  text: ['text'],
  bytea: ['bytes', 'sealed'],
  boolean: ['boolean'],
  smallint: ['int2'],
  integer: ['int4'],
  bigint: ['int8'],
  ARRAY: ['bytes'],
};

it('archives every column of a message and of what belongs to it, or says why not', async () => {
  const database = await createTestDatabase();
  const dataSource = new DataSource({ type: 'postgres', url: database.url, installExtensions: false });
  await dataSource.initialize();
  for (const { name, columns, leftOut } of ARCHIVED_TABLES) {
    const rows = await dataSource.query<{ name: string; type: string }[]>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [name],
    );
    const listed = [...columns.map((column) => column.name), ...Object.keys(leftOut)];
    expect([name, listed.sort()]).toEqual([name, rows.map((row) => row.name).sort()]);
    for (const column of columns) {
      expect(KINDS[rows.find((row) => row.name === column.name)?.type ?? '']).toContain(column.kind);
    }
  }
  await dataSource.destroy();
  await database.drop();
});
