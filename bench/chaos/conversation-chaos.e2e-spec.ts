import { createTestDatabase, type TestDatabase } from '#testing';

import { conversationChaos } from './conversation-chaos.js';
import { ConversationStage } from './conversation-stage.js';

/** `npm run chaos -- conversations --sockets 1000` is the full size. */
const SOCKETS = 40;
const MINUTE_MS = 60_000;

describe('many conversations at once, over two api processes, small', () => {
  let database: TestDatabase;
  let stage: ConversationStage;

  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await ConversationStage.open({ databaseUrl: database.url });
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await stage.close();
    await database.drop();
  }, MINUTE_MS);

  it(
    'loses, doubles and crosses nothing',
    async () => {
      const verdict = await conversationChaos(stage, { sockets: SOCKETS, messages: 2, report: () => undefined });
      expect(verdict).toMatchObject({ sockets: SOCKETS, sent: 2 * SOCKETS, lost: 0, doubled: 0, crossed: 0 });
    },
    3 * MINUTE_MS,
  );
});
