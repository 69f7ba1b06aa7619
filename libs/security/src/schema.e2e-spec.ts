import { DataSource } from 'typeorm';

import { schemaDrift } from '#database';
import { createTestDatabase } from '#testing';

import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { DataKeyEntity } from './keys/data-key.entity.js';
import { PersonTokenEntity } from './people/person-token.entity.js';

it('has entities that match the migrated tables', async () => {
  const database = await createTestDatabase();
  const entities = [DataKeyEntity, ApiKeyEntity, PersonTokenEntity];
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, entities }).initialize();
  expect(await schemaDrift(dataSource)).toEqual([]);
  await dataSource.destroy();
  await database.drop();
});
