import { DataSource } from 'typeorm';

import { schemaDrift } from '#database';

import { createTestDatabase, type TestDatabase } from '../src/test-database.js';
import { TestApp } from './test-app.js';

/** The list of migrations, and what connectors keep for themselves, which is written in SQL alone. */
const WITHOUT_ENTITY = [
  ...['cloud_api_events', 'cloud_api_messages', 'cloud_api_windows'],
  'migrations',
  ...['simulator_accounts', 'simulator_deliveries', 'simulator_messages'],
];

describe('the schema', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('is the one that the entities of all features describe', async () => {
    expect(await schemaDrift(app.app.get(DataSource))).toEqual([]);
  });

  it('has an entity for every table, or says why not', async () => {
    const dataSource = app.app.get(DataSource);
    const rows = await dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
    );
    const described = new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName));
    expect(rows.map(({ name }) => name).filter((name) => !described.has(name))).toEqual(WITHOUT_ENTITY);
  });
});
