import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';
import { DataSource } from 'typeorm';

import { EventIntake } from '../inbound/event-intake.service.js';
import { AccountStatuses } from '../accounts/account-statuses.service.js';
import { OutboxGate } from './outbox-gate.service.js';
import { OutboxWriter } from './outbox-writer.service.js';

const RACES = 200;

describe('STOP against the last gate (promise 10)', () => {
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

  it(`lets no message through the gate after a STOP that committed before, in ${RACES} races`, async () => {
    const part = <T>(type: abstract new (...parts: never[]) => T): T => app.app.get(type, { strict: false });
    const dataSource = app.app.get(DataSource);
    const accountId = await part(AccountStatuses).ensure('default', 'simulator');
    const [{ fencing_token: fencingToken }] = await dataSource.query<[{ fencing_token: string }]>(
      'SELECT fencing_token FROM accounts WHERE id = $1',
      [accountId],
    );
    let gatedAfterStop = 0;
    let gated = 0;
    for (let race = 0; race < RACES; race += 1) {
      const from = `346${String(race).padStart(8, '0')}@c.us`;
      await part(EventIntake).take(accountId, { type: 'message', message: newIncomingMessage({ from, fromMe: true }) });
      const [{ id: chatId }] = await dataSource.query<[{ id: string }]>('SELECT id FROM chats WHERE external_id = $1', [
        from,
      ]);
      await dataSource.query('UPDATE chats SET taken_over_until = NULL WHERE id = $1', [chatId]);
      // Out of the sender's sight, so that only this race looks at it.
      const [outboxId] = await dataSource.transaction(async (manager) => {
        const { ids } = await part(OutboxWriter).put(manager, {
          chatId,
          texts: ['an answer'],
          origin: 'reply',
          draft: false,
        });
        await manager.query(`UPDATE outbox SET not_before = 'infinity' WHERE id = $1`, [ids[0]]);
        return ids;
      });
      let stopped = false;
      const stop = part(EventIntake)
        .take(accountId, { type: 'message', message: newIncomingMessage({ from, text: 'STOP' }) })
        .then(() => (stopped = true));
      if (race % 3 === 1) await stop;
      const stoppedBefore = stopped;
      const admitted = await part(OutboxGate).admit(outboxId ?? '', { accountId, fencingToken, isHeld: () => true });
      await stop;
      if (admitted.kind === 'admitted') gated += 1;
      if (admitted.kind === 'admitted' && stoppedBefore) gatedAfterStop += 1;
    }
    expect(gatedAfterStop).toBe(0);
    // Some races must have been won by the message, or the test says nothing.
    expect(gated).toBeGreaterThan(0);
    expect(gated).toBeLessThan(RACES);
  }, 60_000);
});
