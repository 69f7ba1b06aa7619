import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { GraphServer } from '../../testing/graph/graph-server.js';

const ANA = '+34600000001';
const NUMBER = {
  phoneNumberId: '106540352242922',
  displayNumber: '15550783881',
  token: 'the token of this test',
  appSecret: 'the app secret of this test',
};

let database: TestDatabase;
let graph: GraphServer;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  graph = await GraphServer.start(NUMBER);
  app = await TestApp.start({
    databaseUrl: database.url,
    env: {
      WHATSAPP_CONNECTOR: 'cloud-api',
      WHATSAPP_CLOUD_TOKEN: NUMBER.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: NUMBER.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: NUMBER.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: 'the verify token',
      WHATSAPP_CLOUD_GRAPH_URL: graph.url,
    },
  });
  graph.webhook.callAt(`${app.url}/webhooks/whatsapp`);
});
afterAll(async () => {
  await app.stop();
  await graph.close();
  await database.drop();
});

it('answers over the Cloud API, once, however often the message is delivered', async () => {
  graph.faults.times = 5;
  await graph.write({ id: 'wamid.1', from: ANA, name: 'Ana', content: { type: 'text', text: { body: 'Hello!' } } });
  await waitFor(() => graph.phones.deliveries.length > 0, { what: 'the answer' });
  await graph.webhook.idle();
  await app.drained();
  expect(graph.phones.deliveries).toEqual([expect.objectContaining({ to: '34600000001', type: 'text' })]);
  expect(new Set(graph.phones.read)).toEqual(new Set(['wamid.1']));
  const health = (await (await app.request('/health')).json()) as object;
  expect(JSON.stringify(health)).not.toContain(NUMBER.token);
});
