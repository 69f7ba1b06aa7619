import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { AccountStatuses } from '../accounts/account-statuses.service.js';
import { EventIntake } from '../inbound/event-intake.service.js';
import { OperatorMessages } from './operator-message.service.js';
import { OutboxGate } from './outbox-gate.service.js';
import type { Ownership } from './ownership.js';

const CAP = 5;
const AT_ONCE = 500;
const ROUNDS = 20;
const PER_ROUND = 25;
/** As many callers race, each on a connection of its own: who waits for a free one for 5 s gets an error instead. */
const CALLERS = 40;

/** On an account that the application's own connector does not serve, so that only the test sends. */
describe('the last gate under races', () => {
  let database: TestDatabase;
  let app: TestApp;
  let dataSource: DataSource;
  let owner: Ownership;
  let phones = 0;

  const part = <T>(type: abstract new (...parts: never[]) => T): T => app.app.get(type, { strict: false });

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({
      databaseUrl: database.url,
      env: { DAILY_CAP_PER_CHAT: String(CAP), DATABASE_POOL_SIZE: String(CALLERS + 10) },
    });
    dataSource = app.app.get(DataSource);
    owner = {
      accountId: await part(AccountStatuses).ensure('races', 'webjs'),
      fencingToken: '7',
      isHeld: () => true,
    };
    await dataSource.query('UPDATE accounts SET fencing_token = 7 WHERE id = $1', [owner.accountId]);
    await lease(600);
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const lease = (seconds: number): Promise<unknown> =>
    dataSource.query('UPDATE accounts SET lease_expires_at = now() + make_interval(secs => $2) WHERE id = $1', [
      owner.accountId,
      seconds,
    ]);

  const admit = (id: string | undefined, as = owner) => part(OutboxGate).admit(id ?? '', as);

  /** Messages of the operator in a chat of their own, written at once. Answers the chat and their ids in the outbox. */
  async function written(count: number): Promise<{ readonly chatId: string; readonly ids: readonly string[] }> {
    const from = `346${String((phones += 1)).padStart(8, '0')}@c.us`;
    const message = newIncomingMessage({ from, fromMe: true });
    await part(EventIntake).take(owner.accountId, { type: 'message', message });
    const [{ id: chatId }] = await dataSource.query<[{ id: string }]>('SELECT id FROM chats WHERE external_id = $1', [
      from,
    ]);
    const texts = Array.from({ length: count }, (_, index) => `news ${index}`);
    const sent = await race(texts, (text) => part(OperatorMessages).send(chatId, text, newId()));
    return { chatId, ids: sent.map(({ id }) => id) };
  }

  async function gatedIn(chatId: string): Promise<number> {
    const [row] = await dataSource.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM outbox WHERE chat_id = $1 AND gated_at IS NOT NULL`,
      [chatId],
    );
    return row.count;
  }

  it(`lets ${CAP} of ${AT_ONCE} messages through that are to leave at once (promise 9)`, async () => {
    const { chatId, ids } = await written(AT_ONCE);
    const admitted = await race(ids, (id) => admit(id));
    expect(admitted.filter(({ kind }) => kind === 'admitted')).toHaveLength(CAP);
    expect(await gatedIn(chatId)).toBe(CAP);
  }, 60_000);

  it(`lets ${CAP} of ${PER_ROUND} through in each of ${ROUNDS} chats, whoever else tries the same ones`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { chatId, ids } = await written(PER_ROUND);
      const admitted = await race([...ids, ...ids], (id) => admit(id));
      expect(admitted.filter(({ kind }) => kind === 'admitted')).toHaveLength(CAP);
      expect(await gatedIn(chatId)).toBe(CAP);
    }
  }, 60_000);

  it('admits nothing for a holder under an older fencing token (promise 11)', async () => {
    const { ids } = await written(1);
    expect(await admit(ids[0], { ...owner, fencingToken: '6' })).toEqual({ kind: 'not-ours' });
    expect(await admit(ids[0])).toMatchObject({ kind: 'admitted', message: { outboxId: ids[0] } });
  });

  it('admits nothing for a holder whose lease has expired (promise 11)', async () => {
    const { ids } = await written(1);
    await lease(-1);
    expect(await admit(ids[0])).toEqual({ kind: 'not-ours' });
    await lease(600);
    expect(await admit(ids[0])).toMatchObject({ kind: 'admitted', message: { outboxId: ids[0] } });
  });
});

/** Works all items off, by many callers at once. Answers the results in whatever order they came. */
async function race<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const waiting = items.values();
  const results: R[] = [];
  const callers = Array.from({ length: CALLERS }, async () => {
    for (const item of waiting) results.push(await work(item));
  });
  await Promise.all(callers);
  return results;
}
