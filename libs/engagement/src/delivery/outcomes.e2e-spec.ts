import { jest } from '@jest/globals';

import { EngagementStage, type Friend } from '../../testing/engagement-stage.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import { Delivery } from './delivery.service.js';

const DAY_MS = 24 * 3_600_000;

describe('what became of what was sent (improvement 6)', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  });

  afterAll(() => stage.close());

  const delivery = (): Delivery => stage.part(Delivery);

  /** Handed over, gone out, and written down. */
  async function sent(friend: Friend, id: string): Promise<void> {
    expect(await delivery().handOver(id)).toMatchObject({ kind: 'handed-over' });
    await stage.app.drained();
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'sent', chatId: friend.chatId });
  }

  it('answered a minute before the day is over, at such an hour and with such a mood', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await sent(friend, id);
    await stage.pass(friend, DAY_MS - 60_000);
    await stage.answer(friend);
    expect(await delivery().outcomes()).toBe(1);
    const answered = await stage.find(id);
    expect(answered).toMatchObject({ status: 'answered', outcome: 'answered', sentiment: 0 });
    expect(Math.round((answered.responseMs ?? 0) / 60_000)).toBe(24 * 60 - 1);
    expect(await stage.person(friend)).toMatchObject({ unanswered: 0, paused_until: null });
    expect((await stage.known(friend))?.hours.reduce((one, other) => one + other, 0)).toBe(1);
  });

  it('not answered, when they write a minute after the day', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await sent(friend, id);
    expect(await delivery().outcomes()).toBe(0);
    await stage.pass(friend, DAY_MS + 60_000);
    await stage.answer(friend);
    expect(await delivery().outcomes()).toBe(1);
    expect(await stage.find(id)).toMatchObject({ status: 'sent', outcome: 'ignored', answeredAt: null });
    expect(await stage.person(friend)).toMatchObject({ unanswered: 1 });
  });

  it('STOP, which is no answer, and counts also after one', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await sent(friend, id);
    await stage.answer(friend);
    await delivery().outcomes();
    expect(await stage.find(id)).toMatchObject({ outcome: 'answered' });
    await stage.rows('UPDATE chats SET opted_out_at = now() WHERE contact_id = $1', [friend.contactId]);
    expect(await delivery().outcomes()).toBe(1);
    expect(await stage.find(id)).toMatchObject({ status: 'sent', outcome: 'opted_out' });
    expect((await stage.person(friend)).paused_until?.getTime()).toBeGreaterThan(Date.now() + 6 * DAY_MS);
  });

  it('puts the brake on an account that drives people away, and says so', async () => {
    const friends: Friend[] = [];
    for (let nth = 0; nth < 20; nth += 1) friends.push(await stage.visitor());
    for (const friend of friends) await sent(friend, await stage.plan(friend));
    const braked = jest.spyOn(stage.part(EngagementEvents), 'braked').mockReturnValue(undefined);
    await delivery().outcomes();
    expect(braked).not.toHaveBeenCalled();
    const leaving = friends.slice(0, 3);
    await stage.rows('UPDATE chats SET opted_out_at = now() WHERE id = ANY($1)', [leaving.map(({ chatId }) => chatId)]);
    await delivery().outcomes();
    expect(braked).toHaveBeenCalledWith(leaving[0]?.accountId);
  });
});
