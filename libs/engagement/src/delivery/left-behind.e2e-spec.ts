import { EngagementStage, type Friend } from '../../testing/engagement-stage.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { Delivery } from './delivery.service.js';

const WALLS_SQL = 'SELECT pending_slot, queue_slot FROM engagements WHERE id = $1';
/** Nobody looks at it in this test. */
const WAITING = `state = 'queued', gated_at = NULL, not_before = now() + interval '1 hour'`;
const FREE = { pending_slot: null, queue_slot: null };

describe('an outreach that stays behind on its way', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  });

  afterAll(() => stage.close());

  afterEach(() => stage.rows('DELETE FROM engagements'));

  const delivery = (): Delivery => stage.part(Delivery);

  /** Handed over, and as far as `columns` say. */
  async function handed(friend: Friend, columns: string): Promise<string> {
    const id = await stage.plan(friend);
    expect(await delivery().handOver(id)).toMatchObject({ kind: 'handed-over' });
    await stage.app.drained();
    await inOutbox(id, `sent_at = NULL, ${columns}`);
    return id;
  }

  function inOutbox(id: string, columns: string): Promise<unknown> {
    return stage.rows(`UPDATE outbox SET ${columns} WHERE idempotency_key = $1`, [`engagement:${id}`]);
  }

  it('is given back when nobody came to carry it: its time is over, and its places are free', async () => {
    const friend = await stage.visitor();
    const late = `expires_at = now() - interval '1 second'`;
    const id = await handed(friend, `${WAITING}, ${late}`);
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'expired', reason: 'expired', handedAt: null });
    expect(await stage.row(WALLS_SQL, [id])).toEqual(FREE);
    expect(await stage.person(friend)).toMatchObject({ unanswered: 0, last_engaged_at: null });
    expect(
      await stage.row('SELECT state, reason FROM outbox WHERE idempotency_key = $1', [`engagement:${id}`]),
    ).toEqual({ state: 'dropped', reason: 'expired' });
  });

  it('keeps no place when its sender went away with it: it may have arrived, and what became of it is known later', async () => {
    const id = await handed(await stage.visitor(), `state = 'sending', gated_at = now() - interval '59 minutes'`);
    expect(await delivery().settle()).toBe(0);
    await inOutbox(id, `gated_at = now() - interval '61 minutes'`);
    expect(await delivery().settle()).toBe(1);
    expect(await delivery().settle()).toBe(0);
    expect(await stage.find(id)).toMatchObject({ status: 'failed', reason: 'unknown', handedAt: expect.any(Date) });
    expect(await stage.row(WALLS_SQL, [id])).toEqual(FREE);
    await inOutbox(id, `state = 'sent', sent_at = now()`);
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'sent', sentAt: expect.any(Date) });
  });

  it.each([
    ['frequency-off', `UPDATE engagement_people SET frequency = 'off' WHERE contact_id = $1`],
    [
      'minor',
      `INSERT INTO contact_safety (contact_id, adult, updated_at) VALUES ($1, 'minor', now())
       ON CONFLICT (contact_id) DO UPDATE SET adult = 'minor'`,
    ],
    [
      'safety-pause',
      `INSERT INTO contact_safety (contact_id, proactive_paused_until, updated_at) VALUES ($1, now() + interval '1 day', now())
       ON CONFLICT (contact_id) DO UPDATE SET proactive_paused_until = excluded.proactive_paused_until`,
    ],
  ])('is taken back while it waits: %s', async (reason, sql) => {
    const friend = await stage.visitor();
    const id = await handed(friend, WAITING);
    expect(await delivery().settle()).toBe(0);
    await stage.rows(sql, [friend.contactId]);
    expect(await delivery().settle()).toBe(1);
    expect(await stage.find(id)).toMatchObject({ status: 'skipped', reason, handedAt: null });
  });

  it('is taken back while it waits, when writing first is switched off', async () => {
    const id = await handed(await stage.visitor(), WAITING);
    expect(await delivery().settle()).toBe(0);
    await stage.part(EngagementPolicies).change({ enabled: false }, 'admin');
    expect(await delivery().settle()).toBe(1);
    expect(await stage.find(id)).toMatchObject({ status: 'skipped', reason: 'disabled', handedAt: null });
    await stage.part(EngagementPolicies).change({ enabled: null }, 'admin');
  });

  it('is not tried again at once when it was refused: nobody is knocked at who cannot be reached', async () => {
    const friend = await stage.visitor();
    const id = await handed(friend, `state = 'failed', reason = 'whatsapp.send-rejected', gated_at = NULL`);
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'failed', reason: 'whatsapp.send-rejected', handedAt: null });
    const { hours } = await stage.row<{ hours: number }>(
      `SELECT extract(epoch FROM next_look_at - now())::float / 3600 AS hours FROM engagement_people WHERE contact_id = $1`,
      [friend.contactId],
    );
    expect(Math.round(hours)).toBe(24);
  });

  it('holds nobody up when it cannot be read, and ends when its time is over', async () => {
    const [unreadable, fine] = [await stage.plan(await stage.visitor()), await stage.plan(await stage.visitor())];
    const broken = `UPDATE engagements SET body = '\\x00', due_at = due_at - interval '1 minute' WHERE id = $1`;
    await stage.rows(broken, [unreadable]);
    expect(await delivery().run()).toMatchObject({ handedOver: 1, waiting: 1, ended: 0 });
    const handedAt = 'SELECT handed_at FROM engagements WHERE id = $1';
    expect(await stage.row(handedAt, [fine])).toEqual({ handed_at: expect.any(Date) });
    await stage.rows('UPDATE engagements SET expires_at = now() WHERE id = $1', [unreadable]);
    expect(await delivery().run()).toMatchObject({ handedOver: 0, waiting: 0, ended: 1 });
    expect(await stage.find(unreadable)).toMatchObject({ status: 'failed', reason: 'unreadable' });
  });
});
