import type { DataSource } from 'typeorm';

/** The SQL that would make the database match the entities of `dataSource`. Empty when migrations and entities agree. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
