import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestProcess } from '#testing/app';

const CANARY = 'canary-7f3d9a';

describe('what the logs hold (promise 18)', () => {
  let database: TestDatabase;
  let program: TestProcess;

  beforeAll(async () => {
    database = await createTestDatabase();
    program = await TestProcess.start(database.url, {
      LOG_LEVEL: 'debug',
      SIMULATOR_FAULTS: 'seed=1,duplicate=0.5,lost-ack=0.5,failed-send=0.3',
    });
  });

  afterAll(async () => {
    await program.end('SIGKILL');
    await database.drop();
  });

  it('is no message body and no key, whatever goes wrong', async () => {
    const phone = program.phone('+34600000001', `Ana ${CANARY}`);
    for (let index = 0; index < 10; index += 1) await phone.say(`${CANARY} ${index}`);
    await program.request(`/api/conversations/messages/search?q=${CANARY}`);
    await program.request(`/api/conversations/chats/${CANARY}/messages`);
    await program.request('/api/conversations/chats?cursor=' + CANARY);
    await program.request('/api/simulator/messages', { method: 'POST', body: `{"from": "${CANARY}` });
    await program.request('/api/simulator/messages', {
      method: 'POST',
      body: JSON.stringify({ from: CANARY, body: CANARY, [CANARY]: 1 }),
    });
    await program.request('/api/conversations/chats', { headers: { authorization: `Bearer ${CANARY}` } });
    await waitFor(async () => (await phone.ledger()).length > 0, { what: 'an answer' });
    expect(await program.end('SIGTERM')).toBe(0);
    // The log must have had something to say, or the test says nothing.
    expect(program.output.split('\n').length).toBeGreaterThan(5);
    expect(program.output).not.toContain(CANARY);
    expect(program.output).not.toContain(TEST_API_KEY);
  }, 60_000);
});
