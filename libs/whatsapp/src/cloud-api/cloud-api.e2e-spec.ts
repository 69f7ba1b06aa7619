import { createTestDatabase, type TestDatabase } from '#testing';

import { CloudApiHarness } from '../../testing/cloud-api-harness.js';
import { describeWhatsAppContract } from '../../testing/whatsapp.contract.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describeWhatsAppContract('the Cloud API', async () => {
  const harness = await CloudApiHarness.start({ databaseUrl: database.url });
  // The contract writes to phones that may be written to: as if they had been in touch today.
  await harness.openWindow('+34600000001');
  return harness;
});
