import { DataSource } from 'typeorm';

import { AppError, newId } from '#kernel';
import { MergeFollowers } from '#messaging';
import { Logger } from '#telemetry';

import { TalkStage } from '../../testing/talk-stage.js';
import { ToldStep } from '../../testing/told-step.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { AbsorbableChats } from './absorbable-chats.service.js';
import { Absorber } from './absorber.service.js';
import { AbsorptionPlaces } from './absorption-places.service.js';
import type { WaitingStretch } from './absorption-step.js';
import { AbsorptionSteps } from './absorption-steps.js';
import { WaitingMessages } from './waiting-messages.service.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 12));
const lines = (count: number, from = 1): { text: string; at: Date }[] =>
  Array.from({ length: count }, (_, index) => ({ text: `line ${from + index}`, at: day(from + index) }));
const texts = (count: number, from = 1): string[] => lines(count, from).map(({ text }) => text);

describe('what was said is taken in', () => {
  let stage: TalkStage;
  let phones = 34_620_000_000;

  beforeAll(async () => {
    stage = await TalkStage.open({ env: { MEMORY_ENABLED: 'false' } });
  });

  afterAll(() => stage.close());

  const nextPhone = (): string => String((phones += 1));
  const absorberOf = (...steps: ToldStep[]): Absorber =>
    new Absorber(
      stage.part(AbsorbableChats),
      stage.part(AbsorptionPlaces),
      stage.part(WaitingMessages),
      stage.part(Logger),
      new AbsorptionSteps(steps),
    );
  const key = (chatId: string) => ({ characterId: DEFAULT_CHARACTER_ID, chatId });
  const placeOf = async (chatId: string, step = 'told') => {
    const [row] = await stage.rows<Record<string, unknown>>(
      'SELECT * FROM memory_absorptions WHERE chat_id = $1 AND step = $2',
      [chatId, step],
    );
    return row;
  };
  const soon = (chatId: string) =>
    stage.rows('UPDATE memory_absorptions SET next_try_at = NULL WHERE chat_id = $1', [chatId]);

  it('once, in stretches, also what comes late and was said long before', async () => {
    const phone = nextPhone();
    const step = new ToldStep();
    const { chatId } = await stage.talk(phone, lines(25, 100));
    await absorberOf(step).absorb(key(chatId));
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(texts(25, 100));
    await stage.talk(phone, lines(3, 1));
    await absorberOf(step).absorb(key(chatId));
    expect(step.written.slice(25)).toEqual(texts(3, 1));
  });

  it('waits until the step has enough', async () => {
    const step = new ToldStep();
    step.isDue = () => false;
    const { chatId } = await stage.talk(nextPhone(), lines(2));
    await absorberOf(step).absorb(key(chatId));
    expect(step.told).toEqual([]);
    await absorberOf(step).absorb(key(chatId), { evenIfNotDue: true });
    expect(step.written).toEqual(texts(2));
  });

  it('by one of two who think about it at once', async () => {
    const { chatId } = await stage.talk(nextPhone(), lines(10));
    const [one, other] = [new ToldStep(), new ToldStep()];
    let both = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (both = resolve));
    let here = 0;
    for (const step of [one, other]) {
      step.onAbsorb = () => {
        here += 1;
        if (here === 2) both();
        return arrived;
      };
    }
    await Promise.all([absorberOf(one).absorb(key(chatId)), absorberOf(other).absorb(key(chatId))]);
    expect([...one.told, ...other.told]).toHaveLength(20);
    expect([...one.written, ...other.written]).toEqual(texts(10));
  });

  it('again when its writes fail, and by the other steps meanwhile', async () => {
    const { chatId } = await stage.talk(nextPhone(), lines(3));
    const [failing, fine] = [new ToldStep('failing'), new ToldStep('fine')];
    const absorb = failing.absorb.bind(failing);
    failing.absorb = async (stretch) => {
      await absorb(stretch);
      return (manager) => manager.query('SELECT broken FROM nowhere');
    };
    await absorberOf(failing, fine).absorb(key(chatId));
    expect(fine.written).toEqual(texts(3));
    expect(await placeOf(chatId, 'failing')).toMatchObject({
      failures: 1,
      strikes: 1,
      last_error: 'internal',
      recent_ids: [],
    });
    failing.absorb = absorb;
    await absorberOf(failing).absorb(key(chatId));
    expect(failing.written).toEqual([]);
    await soon(chatId);
    await absorberOf(failing).absorb(key(chatId));
    expect(failing.written).toEqual(texts(3));
  });

  it('all but one message that can never be taken in: 1 in 100', async () => {
    const step = new ToldStep('told', 32);
    step.onAbsorb = ({ messages }) => {
      if (messages.some(({ text }) => text === 'line 42'))
        throw new AppError('llm.invalid-output', 'no', { kind: 'unavailable' });
    };
    const { chatId } = await stage.talk(nextPhone(), lines(100));
    for (let run = 0; run < 25; run += 1) {
      await soon(chatId);
      await absorberOf(step).absorb(key(chatId));
    }
    expect(step.written).toEqual(texts(100).filter((text) => text !== 'line 42'));
    expect(await stage.rows('SELECT step, reason FROM memory_unabsorbed WHERE chat_id = $1', [chatId])).toEqual([
      { step: 'told', reason: 'llm.invalid-output' },
    ]);
    expect(await placeOf(chatId)).toMatchObject({ failures: 0, strikes: 0 });
  });

  it('later when the model is away or over its budget: nothing is narrowed, nothing lost', async () => {
    const step = new ToldStep();
    const { chatId } = await stage.talk(nextPhone(), lines(5));
    step.onAbsorb = () => {
      throw new AppError('llm.over-budget', 'no', { kind: 'rate-limited', retryAfterSeconds: 3_600 });
    };
    for (let run = 0; run < 6; run += 1) {
      await soon(chatId);
      await absorberOf(step).absorb(key(chatId));
    }
    expect(await placeOf(chatId)).toMatchObject({
      failures: 6,
      strikes: 0,
      narrowed: null,
      last_error: 'llm.over-budget',
    });
    step.onAbsorb = () => undefined;
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual([]);
    await soon(chatId);
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(texts(5));
  });

  it('not while the person said STOP, and not after START either', async () => {
    const phone = nextPhone();
    const step = new ToldStep();
    const { chatId } = await stage.talk(phone, lines(2));
    await stage.rows('UPDATE chats SET opted_out_at = now() WHERE id = $1', [chatId]);
    await absorberOf(step).absorb(key(chatId));
    await stage.rows('UPDATE chats SET opted_out_at = NULL WHERE id = $1', [chatId]);
    await stage.talk(phone, lines(1, 50));
    await absorberOf(step).absorb(key(chatId));
    expect(step.told).toEqual(texts(1, 50));
  });

  it('without what was taken back, and with what is deciphered later', async () => {
    const phone = nextPhone();
    const step = new ToldStep();
    const { chatId } = await stage.talk(phone, lines(3));
    await stage.rows(`UPDATE messages SET revoked_at = now() WHERE chat_id = $1 AND sent_at = $2`, [chatId, day(2)]);
    await stage.rows(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
       SELECT $2, id, 'unread', 'contact', subject_id, 'unknown', now(), now() FROM chats WHERE id = $1`,
      [chatId, newId()],
    );
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(['line 1', 'line 3']);
    expect((await placeOf(chatId))?.next_try_at).not.toBeNull();
    await stage.rows(`DELETE FROM messages WHERE chat_id = $1 AND external_id = 'unread'`, [chatId]);
    await stage.talk(phone, lines(1, 9));
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(['line 1', 'line 3', 'line 9']);
  });

  it('after the chat was put away, too', async () => {
    const [phone, step] = [nextPhone(), new ToldStep()];
    const { chatId } = await stage.talk(phone, lines(24));
    const answer = await stage.app.request('/api/conversations/archive', {
      method: 'POST',
      body: JSON.stringify({ chat_ids: [chatId] }),
    });
    expect(answer.ok).toBe(true);
    await stage.app.drained();
    const [left] = await stage.rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM messages WHERE chat_id = $1',
      [chatId],
    );
    expect(left?.count).toBe(0);
    await absorberOf(step).absorb(key(chatId));
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(texts(24));
  });

  it('once when two chats turn out to be one, what was not taken in of either included', async () => {
    const [step, from, into] = [new ToldStep(), nextPhone(), nextPhone()];
    const one = await stage.talk(from, lines(2));
    const two = await stage.talk(into, lines(2, 11));
    await absorberOf(step).absorb(key(two.chatId));
    await absorberOf(step).absorb(key(one.chatId));
    await stage.talk(from, lines(1, 5));
    await stage.talk(into, lines(1, 15));
    await stage.part(DataSource).transaction(async (manager) => {
      await stage.part(MergeFollowers).chats(manager, { from: one.chatId, into: two.chatId });
      await manager.query('UPDATE messages SET chat_id = $2 WHERE chat_id = $1', [one.chatId, two.chatId]);
      await manager.query('DELETE FROM chats WHERE id = $1', [one.chatId]);
    });
    await absorberOf(step).absorb(key(two.chatId));
    expect(step.written.toSorted()).toEqual([...texts(2), ...texts(2, 11), ...texts(1, 5), ...texts(1, 15)].toSorted());
  });

  it('though more than is looked at cannot be deciphered yet', async () => {
    const [phone, step] = [nextPhone(), new ToldStep()];
    const { chatId } = await stage.talk(phone, []);
    for (let number = 1; number <= 120; number += 1)
      await stage.rows(
        `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
         SELECT $2, id, $3, 'contact', subject_id, 'unknown', now(), now() FROM chats WHERE id = $1`,
        [chatId, newId(), `unread-${number}`],
      );
    await stage.talk(phone, lines(1));
    await absorberOf(step).absorb(key(chatId));
    expect(step.written).toEqual(texts(1));
    expect((await placeOf(chatId))?.next_try_at).not.toBeNull();
  });

  it('and is looked at again by the clock only where waiting makes it enough', async () => {
    const step = new ToldStep();
    const { chatId } = await stage.talk(nextPhone(), lines(3));
    const isDue = ({ idleMs }: WaitingStretch): boolean => idleMs === Infinity;
    Object.assign(step, { isDue });
    await absorberOf(step).absorb(key(chatId));
    expect((await placeOf(chatId))?.next_try_at).not.toBeNull();
    step.isDue = () => false;
    await absorberOf(step).absorb(key(chatId));
    expect(await placeOf(chatId)).toMatchObject({ next_try_at: null, seen_messages: 3 });
  });
});
