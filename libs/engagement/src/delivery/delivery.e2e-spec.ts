import { Transactions } from '#database';
import { armFailpoint } from '#kernel';
import { OutboxWriter } from '#messaging';

import { EngagementStage, OUTREACH } from '../../testing/engagement-stage.js';
import { Delivery } from './delivery.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('delivery of what is planned', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  });

  afterAll(() => stage.close());

  afterEach(() => stage.rows('DELETE FROM engagements'));

  const delivery = (): Delivery => stage.part(Delivery);

  it('arrives on the phone once, and everything about it is written down', async () => {
    const phone = stage.phone();
    const friend = await stage.friend(phone);
    const id = await stage.plan(friend);
    const report = await delivery().run();
    expect(report).toMatchObject({ handedOver: 1, ended: 0 });
    await stage.app.drained();
    expect(await delivery().settle()).toBe(1);
    expect((await phone.ledger()).map(({ body }) => body).filter((body) => body === OUTREACH)).toHaveLength(1);
    const sent = await stage.find(id);
    expect(sent).toMatchObject({ status: 'sent', text: null, outcome: null, reason: null });
    expect([sent.sentAt, sent.handedAt, sent.approvedAt].every((at) => at instanceof Date)).toBe(true);
    const { author } = await stage.row<{ author: string }>('SELECT author FROM messages WHERE id = $1', [
      sent.messageId,
    ]);
    expect(author).toBe('assistant');
    expect(await stage.person(friend)).toMatchObject({ unanswered: 1, last_engaged_at: sent.handedAt });
    const standing = await stage.row<{ last_reached_out_at: Date; last_interaction_at: Date }>(
      'SELECT last_reached_out_at, last_interaction_at FROM relationships WHERE contact_id = $1',
      [friend.contactId],
    );
    expect(standing.last_reached_out_at).toEqual(sent.sentAt);
    expect(standing.last_interaction_at.getTime()).toBeLessThan(Date.now() - DAY_MS);
  });

  it('is handed over once, however many try', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    const outcomes = await stage.race(Array.from({ length: 40 }), () => delivery().handOver(id));
    expect(outcomes.filter(({ kind }) => kind === 'handed-over')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'not-waiting')).toHaveLength(39);
  });

  it('writes to a person once, when 500 plans for them are handed over at the same time', async () => {
    const friend = await stage.visitor();
    const ids = await stage.plans(friend, 500);
    const outcomes = await stage.race(ids, (id) => delivery().handOver(id));
    expect(outcomes.filter(({ kind }) => kind === 'handed-over')).toHaveLength(1);
    const { count } = await stage.row<{ count: number }>(
      `SELECT count(*)::integer FROM outbox WHERE chat_id = $1 AND origin = 'proactive'`,
      [friend.chatId],
    );
    expect(count).toBe(1);
  }, 120_000);

  it('keeps to as many as a day may have, when 100 are handed over at the same time', async () => {
    const friend = await stage.visitor();
    // Two of today, each answered: only the third one of a day is left.
    await stage.rows(
      `INSERT INTO engagement_people (contact_id, frequency, last_engaged_at) VALUES ($1, 'high', now() - interval '5 hours')`,
      [friend.contactId],
    );
    for (const hours of [5, 10]) {
      const id = await stage.plan(friend);
      await stage.rows(
        `UPDATE engagements SET status = 'answered', pending_slot = NULL, queue_slot = NULL, outcome = 'answered',
           handed_at = now() - $2 * interval '1 hour', sent_at = now() - $2 * interval '1 hour' WHERE id = $1`,
        [id, hours],
      );
    }
    const ids = await stage.plans(friend, 100);
    const outcomes = await stage.race(ids, (id) => delivery().handOver(id));
    expect(outcomes.filter(({ kind }) => kind === 'handed-over')).toHaveLength(1);
  }, 60_000);

  it.each<[string, string, object]>([
    ['STOP', `UPDATE chats SET opted_out_at = now() WHERE id = $1`, { kind: 'ended', reason: 'opted-out' }],
    [
      'a takeover',
      `UPDATE chats SET taken_over_until = now() + interval '1 hour' WHERE id = $1`,
      { kind: 'ended', reason: 'taken-over' },
    ],
    [
      'a chat that is paused',
      `UPDATE chats SET reply_mode = 'paused' WHERE id = $1`,
      { kind: 'waits', reason: 'not-approved' },
    ],
    [
      'a chat that is not allowed',
      `UPDATE chats SET allowed = false WHERE id = $1`,
      { kind: 'ended', reason: 'not-allowed' },
    ],
    [
      'a turn',
      `UPDATE chats SET turn_due_at = now() + interval '1 hour' WHERE id = $1`,
      { kind: 'ended', reason: 'talking' },
    ],
    [
      'a word of theirs',
      `UPDATE chats SET last_message_at = now() + interval '1 second' WHERE id = $1`,
      { kind: 'ended', reason: 'written-meanwhile' },
    ],
    [
      'the Cloud API, a day after their last word',
      `UPDATE accounts SET connector = 'cloud-api' FROM chats WHERE chats.id = $1 AND accounts.id = account_id`,
      { kind: 'ended', reason: 'outside-24h-window' },
    ],
    [
      'an account that is stopped',
      `INSERT INTO account_pacing (account_id, stopped_at) SELECT account_id, now() FROM chats WHERE id = $1
       ON CONFLICT (account_id) DO UPDATE SET stopped_at = now()`,
      { kind: 'waits', reason: 'account-not-ready' },
    ],
    [
      'drafts, which nobody approved',
      `UPDATE chats SET reply_mode = 'draft' WHERE id = $1`,
      { kind: 'waits', reason: 'not-approved' },
    ],
  ])('looks once more: %s', async (_, sql, outcome) => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await stage.rows(sql, [friend.chatId]);
    expect(await delivery().handOver(id)).toMatchObject(outcome);
    const { status, handedAt } = await stage.find(id);
    expect({ status, handedAt }).toEqual({
      status: 'kind' in outcome && outcome.kind === 'waits' ? 'planned' : 'skipped',
      handedAt: null,
    });
    await stage.rows('DELETE FROM account_pacing');
    await stage.rows(`UPDATE accounts SET connector = 'web' WHERE connector = 'cloud-api'`);
    await stage.rows('UPDATE chats SET turn_due_at = NULL WHERE id = $1', [friend.chatId]);
  });

  it('sends a plan of theirs to nobody else: a chat that is gone ends it', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await stage.rows('DELETE FROM chats WHERE id = $1', [friend.chatId]);
    expect(await delivery().handOver(id)).toMatchObject({ kind: 'ended', reason: 'chat-gone' });
  });

  it('says that somebody sent it now, and by whom', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend, { mode: 'approve', dueAt: new Date(Date.now() + HOUR_MS) });
    expect(await delivery().handOver(id)).toMatchObject({ kind: 'waits', reason: 'not-approved' });
    expect(await delivery().handOver(id, { now: true, principal: 'admin' })).toMatchObject({ kind: 'handed-over' });
    expect(await stage.find(id)).toMatchObject({ status: 'approved', approvedBy: 'admin' });
    expect(await stage.rows('SELECT action, principal FROM engagement_audit WHERE subject = $1', [id])).toHaveLength(1);
  });

  it.each(['engagement.handed', 'engagement.settled'] as const)(
    'arrives once, whoever ends at %s, 20 times',
    async (name) => {
      for (let nth = 0; nth < 20; nth += 1) {
        const friend = await stage.visitor();
        const id = await stage.plan(friend);
        armFailpoint(name, () => {
          armFailpoint('none', () => undefined);
          throw new Error('killed');
        });
        await delivery()
          .run()
          .catch(() => undefined);
        await stage.app.drained();
        await delivery()
          .settle()
          .catch(() => undefined);
        await delivery().run();
        await stage.app.drained();
        await delivery().settle();
        expect(await stage.find(id)).toMatchObject({ status: 'sent' });
        expect(await stage.rows('SELECT 1 FROM messages WHERE chat_id = $1', [friend.chatId])).toHaveLength(1);
      }
    },
    60_000,
  );

  it('gives back what the gate dropped: it counts in no cap', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    expect(await delivery().handOver(id)).toMatchObject({ kind: 'handed-over' });
    await stage.app.drained();
    await stage.rows(
      `UPDATE outbox SET state = 'dropped', reason = 'answered-meanwhile', sent_at = NULL, gated_at = NULL WHERE idempotency_key = $1`,
      [`engagement:${id}`],
    );
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({
      status: 'skipped',
      reason: 'answered-meanwhile',
      handedAt: null,
      text: null,
    });
    expect(await stage.person(friend)).toMatchObject({ unanswered: 0, last_engaged_at: null });
    expect((await stage.known(friend))?.handedAt).toEqual([]);
  });

  it('counts what may have arrived in every cap, until it is known', async () => {
    const friend = await stage.visitor();
    const id = await stage.plan(friend);
    await delivery().handOver(id);
    await stage.app.drained();
    const key = `engagement:${id}`;
    await stage.rows(
      `UPDATE outbox SET state = 'unknown', reason = 'lookup-failed', sent_at = NULL WHERE idempotency_key = $1`,
      [key],
    );
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'failed', reason: 'unknown', handedAt: expect.any(Date) });
    expect((await stage.known(friend))?.handedAt).toHaveLength(1);
    await stage.rows(`UPDATE outbox SET state = 'sent', sent_at = now() WHERE idempotency_key = $1`, [key]);
    await delivery().settle();
    expect(await stage.find(id)).toMatchObject({ status: 'sent', sentAt: expect.any(Date) });
  });

  it('lets no answer wait behind it', async () => {
    const phone = stage.phone();
    const friend = await stage.friend(phone);
    // As if WhatsApp had asked to wait with it.
    await stage.part(Transactions).run((manager) =>
      stage
        .part(OutboxWriter)
        .put(manager, {
          ...{ chatId: friend.chatId, texts: [OUTREACH], origin: 'proactive', draft: false },
          ...{ expiresAt: new Date(Date.now() + HOUR_MS), unlessHeardSince: new Date(Date.now() - HOUR_MS) },
        })
        .then(async (put) => {
          await manager.query(`UPDATE outbox SET not_before = now() + interval '20 minutes' WHERE id = $1`, [
            put.ids[0],
          ]);
        }),
    );
    const before = (await phone.ledger()).length;
    await phone.say('are you there?');
    await stage.app.drained();
    expect((await phone.ledger()).length).toBe(before + 1);
    await stage.rows(`UPDATE outbox SET not_before = now() WHERE chat_id = $1 AND state = 'queued'`, [friend.chatId]);
    await stage.app.drained();
    expect(
      await stage.rows(`SELECT state, reason FROM outbox WHERE chat_id = $1 AND origin = 'proactive'`, [friend.chatId]),
    ).toEqual([{ state: 'dropped', reason: 'answered-meanwhile' }]);
    expect((await phone.ledger()).length).toBe(before + 1);
  });
});
