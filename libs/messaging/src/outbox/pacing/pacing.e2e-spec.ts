import { jest } from '@jest/globals';

import { Clock } from '#kernel';

import { OutboxStage } from '../../../testing/outbox-stage.js';
import { OutboxGate } from '../outbox-gate.service.js';

const CAP = 5;
const AT_ONCE = 500;
const ROUNDS = 5;
const PER_ROUND = 40;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

describe('pacing under races', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open({
      PACING: 'on',
      NEW_CONTACTS_PER_DAY: String(CAP),
      SEND_BURST: '1000',
      WARM_UP_DAYS: '0',
      TYPING_MAX_MS: '0',
    });
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  it(`lets ${CAP} of ${AT_ONCE} strangers be written to that are to be at once (promise 9)`, async () => {
    const ids = await stage.queueForMany(AT_ONCE, () => stage.stranger());
    expect(await stage.admittedOf(ids)).toBe(CAP);
    expect(await stage.find(ids.at(-1))).toMatchObject({ state: 'queued', reason: 'new-contacts' });
  }, 60_000);

  it(`lets ${CAP} of ${PER_ROUND} through in each of ${ROUNDS} days, whoever else tries the same ones`, async () => {
    for (let day = 0; day < ROUNDS; day += 1) {
      const ids = await stage.queueForMany(PER_ROUND, () => stage.stranger());
      expect(await stage.admittedOf([...ids, ...ids])).toBe(CAP);
      await stage.pass(DAY_MS);
    }
  }, 60_000);

  it('counts nobody who has written to us', async () => {
    const ids = await stage.queueForMany(PER_ROUND, () => stage.friend());
    expect(await stage.admittedOf(ids)).toBe(PER_ROUND);
  });

  it('goes on when the oldest of them is a day ago, and not before', async () => {
    const first = await stage.queueForMany(1, () => stage.stranger());
    await stage.admittedOf(first);
    await stage.pass(HOUR_MS);
    const ids = await stage.queueForMany(CAP + 1, () => stage.stranger());
    expect(await stage.admittedOf(ids)).toBe(CAP - 1);
    await stage.pass(22 * HOUR_MS);
    expect(await stage.admittedOf(ids)).toBe(0);
    await stage.pass(HOUR_MS + 1_000);
    expect(await stage.admittedOf(ids)).toBe(1);
  });

  it('lets an answer past the message that is held for a stranger who then wrote, and that one after it', async () => {
    await stage.admittedOf(await stage.queueForMany(CAP, () => stage.stranger()));
    await stage.rows(`UPDATE outbox SET state = 'sent' WHERE state = 'sending'`);
    const friend = await stage.friend();
    await stage.rows(`UPDATE messages SET author = 'system' WHERE chat_id = $1`, [friend]);
    await stage.queue(friend, ['good morning']);
    await stage.send();
    expect(stage.port.texts).toEqual([]);
    await stage.rows(`UPDATE messages SET author = 'contact' WHERE chat_id = $1`, [friend]);
    await stage.queue(friend, ['you are welcome'], 'reply');
    await stage.send();
    expect(stage.port.texts).toEqual(['you are welcome']);
    await stage.pass(HOUR_MS);
    await stage.send();
    expect(stage.port.texts).toEqual(['you are welcome', 'good morning']);
  });
});

describe('the pace of an account', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open({
      PACING: 'on',
      NEW_CONTACTS_PER_DAY: '8',
      SEND_RATE_PER_MINUTE: '12',
      SEND_BURST: '4',
      WARM_UP_DAYS: '8',
      SEND_GAP_MS: '5000',
    });
  });

  beforeEach(async () => {
    await stage.clear();
    await stage.rows('INSERT INTO account_pacing (account_id, warm_since) VALUES ($1, $2)', [
      stage.owner.accountId,
      new Date(Date.now() - 30 * DAY_MS),
    ]);
  });

  afterAll(() => stage.close());

  /** Time only passes as the test says: on a busy machine the allowance would grow while the messages are looked at. */
  function stopTheClock(): void {
    jest.spyOn(stage.part(Clock), 'now').mockReturnValue(new Date());
  }

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('never takes more from its allowance than there is, however many want to', async () => {
    stopTheClock();
    const ids = await stage.queueForMany(PER_ROUND, () => stage.friend());
    expect(await stage.admittedOf([...ids, ...ids])).toBe(4);
    expect(await stage.part(OutboxGate).next(stage.owner.accountId)).toMatchObject({ id: null, more: false });
    await stage.pass(5_100);
    expect(await stage.admittedOf(ids)).toBe(1);
  });

  it('is not looked at by anybody while the account rests', async () => {
    stopTheClock();
    await stage.queueForMany(6, () => stage.friend());
    await stage.send();
    expect(stage.port.sent).toHaveLength(4);
    const looks = stage.rows<{ count: string }>(`SELECT count(*) FROM outbox WHERE reason = 'rate'`);
    expect(await looks).toEqual([{ count: '1' }]);
    for (let second = 0; second < 10; second += 1) {
      await stage.pass(1_000);
      await stage.send();
    }
    expect(stage.port.sent).toHaveLength(6);
  });

  it('leaves a gap between two messages in one chat, and no other chat waits for it', async () => {
    const [ana, ben] = [await stage.friend(), await stage.friend()];
    const ids = await stage.queue(ana, ['one', 'two']);
    await stage.queue(ben, ['for Ben']);
    await stage.send();
    expect(stage.port.texts).toEqual(['one', 'for Ben']);
    expect(await stage.find(ids[1])).toMatchObject({ state: 'queued', reason: 'gap' });
    await stage.pass(5_000);
    await stage.send();
    expect(stage.port.texts).toEqual(['one', 'for Ben', 'two']);
  });

  it.each([
    ['at first, a quarter', 0, 1, 2],
    ['half-way, more', 4, 2, 5],
    ['after that, all of it', 8, 4, 8],
  ])('warms up: %s', async (_, age, burst, strangers) => {
    await stage.rows('UPDATE account_pacing SET warm_since = $1', [new Date(Date.now() - age * DAY_MS)]);
    const friends = await stage.queueForMany(10, () => stage.friend());
    expect(await stage.admittedOf(friends)).toBe(burst);
    const ids = await stage.queueForMany(12, () => stage.stranger());
    let admitted = 0;
    // Refilled before each: the allowance is never what holds them.
    for (const id of ids) {
      await stage.rows('UPDATE account_pacing SET tokens = 4, held_until = NULL');
      if ((await stage.admit(id)).kind === 'admitted') admitted += 1;
    }
    expect(admitted).toBe(strangers);
  });

  it('shows "typing…" before an answer for as long as it is long, and meanwhile sends elsewhere', async () => {
    const [ana, ben] = [await stage.friend(), await stage.friend()];
    const [short] = await stage.queue(ana, ['yes'], 'reply');
    const [long] = await stage.queue(ben, ['word '.repeat(30)], 'reply');
    await stage.queue(await stage.friend(), ['from the operator']);
    const before = Date.now();
    await stage.send();
    expect(stage.port.texts).toEqual(['from the operator']);
    expect(stage.port.typing.map(([, on]) => on)).toEqual([true, true]);
    const [yes, words] = [await stage.find(short), await stage.find(long)];
    expect([yes.reason, words.reason]).toEqual(['typing', 'typing']);
    expect(words.not_before.getTime() - before).toBeGreaterThan(3 * (yes.not_before.getTime() - before));
    await stage.pass(1_500);
    await stage.send();
    expect(stage.port.texts).toEqual(['from the operator', 'yes']);
    await stage.pass(8_000);
    await stage.send();
    expect(stage.port.texts.at(-1)).toBe('word '.repeat(30));
  });

  it('closes the gate when it cannot be read', async () => {
    const [id] = await stage.queue(await stage.friend(), ['hello']);
    await stage.rows('ALTER TABLE account_pacing RENAME TO account_pacing_gone');
    try {
      await expect(stage.admit(id ?? '')).rejects.toThrow();
      await expect(stage.send()).rejects.toThrow();
      expect(stage.port.sent).toEqual([]);
      expect(await stage.find(id)).toMatchObject({ state: 'queued', attempts: 0 });
    } finally {
      await stage.rows('ALTER TABLE account_pacing_gone RENAME TO account_pacing');
    }
    await stage.send();
    expect(stage.port.texts).toEqual(['hello']);
  });
});
