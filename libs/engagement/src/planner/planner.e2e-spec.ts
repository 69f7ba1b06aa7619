import { jest } from '@jest/globals';

import { AgentRouter } from '#agents';
import { AppError } from '#kernel';
import { LanguageModel } from '#llm';
import { DEFAULT_CHARACTER_ID } from '#memory';

import { PlanningStage, type Friend } from '../../testing/planning-stage.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { ContentMaker } from '../content/content-maker.service.js';
import type { MadeContent } from '../content/content-request.js';
import { Planner } from './planner.service.js';

describe('the planner', () => {
  let stage: PlanningStage;
  let account: string;

  beforeAll(async () => {
    // As far as the evening: whatever hour is drawn for somebody, it is planned.
    stage = await PlanningStage.open({ env: { DATABASE_POOL_SIZE: '20', PROACTIVE_SCHEDULE_ADVANCE_HOURS: '9' } });
    stage.part(ContentMaker).makeAll = (requests) =>
      Promise.allSettled(
        requests.map(({ memoryIds }) => {
          const text = 'How was your day, dear friend?';
          return Promise.resolve<MadeContent>({ text, source: 'template', memoryIds, language: 'en', checks: [] });
        }),
      );
    account = await stage.account();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    await stage.query('DELETE FROM contacts');
    await stage.query('DELETE FROM engagement_skips');
  });

  const run = (signal?: AbortSignal) => stage.part(Planner).run(signal);

  async function lookOf({ contactId }: Friend) {
    const [row] = await stage.query<{ reason: string; next: Date | null }>(
      'SELECT looked_reason AS reason, next_look_at AS next FROM engagement_people WHERE contact_id = $1',
      [contactId],
    );
    return row;
  }

  it('plans for whom it suits, within the hours ahead, in words, with its reasons', async () => {
    const friend = await stage.friend({}, account);
    expect(await run()).toEqual({ looked: 1, planned: 1, skipped: {} });
    const [plan] = await stage.query<Record<string, unknown>>('SELECT * FROM engagements');
    expect(plan).toMatchObject({
      ...{ contact_id: friend.contactId, chat_id: friend.chatId, account_id: account, status: 'planned' },
      ...{ character_id: DEFAULT_CHARACTER_ID, mode: 'automatic', stage: 'close_friend', source: 'template' },
      ...{ language: 'en', pending_slot: 0, revision: 1, handed_at: null },
      body: expect.any(Buffer),
      wording: expect.any(String),
    });
    expect((plan!.body as Buffer).includes('dear friend')).toBe(false);
    expect((plan!.reasons as { code: string }[]).map(({ code }) => code)).toContain('relationship');
    const ahead = (plan!.due_at as Date).getTime() - stage.clock.now().getTime();
    expect(ahead).toBeLessThanOrEqual(9 * 3_600_000);
    expect(ahead).toBeGreaterThanOrEqual(0);
    expect(await lookOf(friend)).toMatchObject({ reason: 'planned' });
    expect(await run()).toEqual({ looked: 0, planned: 0, skipped: {} });
  });

  it('leaves out who is too far away, and counts why', async () => {
    await stage.friend({ stage: 'acquaintance', closeness: 20 }, account);
    const distrustful = await stage.friend({ trust: 35 }, account);
    await stage.query('UPDATE relationships SET trust_root = 0, last_interaction_at = $1', [stage.hoursAgo(24 * 200)]);
    await stage.query('UPDATE chats SET last_message_at = $1', [stage.hoursAgo(24 * 200)]);
    const report = await run();
    expect(report).toMatchObject({ looked: 1, planned: 0 });
    expect(await stage.plans(distrustful)).toEqual([]);
    const [skip] = await stage.query<{ reason: string; count: number }>('SELECT reason, count FROM engagement_skips');
    expect(report.skipped).toEqual({ [skip!.reason]: skip!.count });
    expect(await lookOf(distrustful)).toEqual({ reason: skip!.reason, next: null });
  });

  it.each([
    ['said STOP in any of their chats', 'opted-out', `UPDATE chats SET opted_out_at = now()`],
    ['does not want it', 'frequency-off', `UPDATE engagement_people SET frequency = 'off'`],
    ['is in an archive', 'archived', 'UPDATE chats SET archived_at = now()'],
    ['is talking with us', 'talking', 'UPDATE chats SET turn_due_at = now()'],
    ['is with the owner', 'taken-over', `UPDATE chats SET taken_over_until = '2100-01-01'`],
    ['is not on the allow list', 'not-allowed', 'UPDATE chats SET allowed = false'],
    ['may be a child', 'minor', `INSERT INTO contact_safety SELECT id, 'minor', 'signal', NULL, now() FROM contacts`],
    [
      'was in danger',
      'safety-pause',
      `INSERT INTO contact_safety SELECT id, 'unknown', NULL, '2100-01-01', now() FROM contacts`,
    ],
    [
      'has an account that is away',
      'account-not-ready',
      `UPDATE accounts SET status = 'DISCONNECTED' WHERE connector = 'simulation'`,
    ],
  ])('writes to nobody who %s', async (_, reason, sql) => {
    const friend = await stage.friend({}, account);
    await stage.query('INSERT INTO engagement_people (contact_id) VALUES ($1)', [friend.contactId]);
    await stage.query(sql);
    expect(await run()).toEqual({ looked: 1, planned: 0, skipped: { [reason]: 1 } });
    await stage.query(`UPDATE accounts SET status = 'READY' WHERE connector = 'simulation'`);
  });

  it('writes to nobody who was erased, whether known before or not', async () => {
    const known = await stage.friend({}, account);
    await stage.query('INSERT INTO engagement_people (contact_id) VALUES ($1)', [known.contactId]);
    await stage.friend({}, account);
    await stage.query('UPDATE contacts SET erased_at = now()');
    expect(await run()).toMatchObject({ planned: 0 });
    expect(await stage.query('SELECT contact_id FROM engagement_people')).toHaveLength(1);
  });

  it('looks again at who has written since, and has nobody looked at while they talk', async () => {
    const friend = await stage.friend({}, account);
    await run();
    await stage.query(`UPDATE engagements SET status = 'skipped', pending_slot = NULL, queue_slot = NULL`);
    await stage.query('UPDATE engagement_people SET next_look_at = NULL');
    expect(await run()).toMatchObject({ looked: 0 });
    stage.clock.advance(20 * 60_000);
    await stage.hear(friend, stage.clock.now());
    await stage.query('UPDATE relationships SET last_interaction_at = $1', [stage.clock.now()]);
    expect(await run()).toMatchObject({ looked: 0 });
    stage.clock.advance(40 * 60_000);
    expect(await run()).toMatchObject({ looked: 1 });
  });

  it('looks again at who was too far away when the settings ask for less', async () => {
    const friend = await stage.friend({ stage: 'friend' }, account);
    await stage.part(EngagementPolicies).change({ min_relationship_stage: 'close_friend' }, 'admin');
    await stage.query('INSERT INTO engagement_people (contact_id, next_look_at) VALUES ($1, $2)', [
      ...[friend.contactId, stage.clock.now()],
    ]);
    expect(await run()).toEqual({ looked: 1, planned: 0, skipped: { stage: 1 } });
    expect(await lookOf(friend)).toEqual({ reason: 'stage', next: null });
    stage.clock.advance(60_000);
    await stage.part(EngagementPolicies).change({ min_relationship_stage: null }, 'admin');
    expect(await run()).toMatchObject({ looked: 1, planned: 1 });
    expect(await run()).toMatchObject({ looked: 0 });
  });

  it('plans once for each, however many planners run at once', async () => {
    for (let count = 0; count < 30; count += 1) await stage.friend({}, account);
    const reports = await Promise.all(Array.from({ length: 20 }, () => run()));
    expect(reports.reduce((sum, { planned }) => sum + planned, 0)).toBe(30);
    const rows = await stage.query('SELECT contact_id FROM engagements GROUP BY contact_id HAVING count(*) = 1');
    expect(rows).toHaveLength(30);
  });

  it('holds to PROACTIVE_MAX_SCHEDULED_ENGAGEMENTS, and comes back for the others', async () => {
    for (let count = 0; count < 5; count += 1) await stage.friend({}, account);
    await stage.part(EngagementPolicies).change({ max_scheduled_engagements: 3 }, 'admin');
    expect(await run()).toEqual({ looked: 5, planned: 3, skipped: { cap: 2 } });
    await stage.query(`UPDATE engagements SET status = 'sent', pending_slot = NULL, queue_slot = NULL`);
    stage.clock.advance(16 * 60_000);
    expect(await run()).toMatchObject({ planned: 2 });
    await stage.part(EngagementPolicies).change({ max_scheduled_engagements: null }, 'admin');
  });

  it('does nothing with PROACTIVE_ENABLED off', async () => {
    await stage.friend({}, account);
    await stage.part(EngagementPolicies).change({ enabled: false }, 'admin');
    expect(await run()).toEqual({ looked: 0, planned: 0, skipped: {} });
    await stage.part(EngagementPolicies).change({ enabled: null }, 'admin');
    expect(await run()).toMatchObject({ planned: 1 });
  });

  it('stops when it is told to', async () => {
    await stage.friend({}, account);
    expect(await run(AbortSignal.abort())).toMatchObject({ looked: 0 });
  });

  it('plans for an operator by the same rules', async () => {
    const friend = await stage.friend({}, account);
    const planner = stage.part(Planner);
    const refused = await planner.planFor(friend.contactId, 'emotional_support');
    expect(refused.skip?.reasons.map(({ code }) => code)).toContain('no-type');
    const { engagement } = await planner.planFor(friend.contactId, 'check_in', { text: 'Hello there, how are you?' });
    expect(engagement).toMatchObject({
      ...{ status: 'approved', approvedBy: 'admin', text: 'Hello there, how are you?', source: 'operator' },
      type: 'check_in',
    });
    expect((await planner.planFor(friend.contactId)).skip?.reasons[0]?.code).toBe('pending');
    const notes = await stage.query('SELECT 1 FROM engagement_audit WHERE subject = $1', [engagement!.id]);
    expect(notes).toHaveLength(1);
  });

  it('plans all the same when no task can be dispatched: the words come with the delivery', async () => {
    const friend = await stage.friend({}, account);
    const online = jest.replaceProperty(stage.part(LanguageModel), 'name', 'online');
    const away = jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockRejectedValue(new Error('redis is away'));
    expect(await run()).toMatchObject({ planned: 1 });
    expect(away).toHaveBeenCalledTimes(1);
    online.restore();
    away.mockRestore();
    expect(await stage.query('SELECT 1 FROM engagements WHERE body IS NULL')).toHaveLength(1);
    expect(await stage.plans(friend)).toMatchObject([{ status: 'planned' }]);
  });

  it('ends a plan for which there are no words', async () => {
    const friend = await stage.friend({}, account);
    const maker = stage.part(ContentMaker);
    const { makeAll } = maker;
    const changed = jest.spyOn(stage.part(EngagementEvents), 'changed');
    maker.makeAll = () => Promise.allSettled([Promise.reject(new AppError('engagement.no-content', 'nothing'))]);
    await run();
    maker.makeAll = makeAll;
    const [{ id } = { id: '' }] = await stage.plans(friend);
    // Once that it ended, once of the look; both tell what is stored.
    expect(changed.mock.calls).toEqual([[[id]], [[id]]]);
    changed.mockRestore();
    expect(await stage.plans(friend)).toMatchObject([{ status: 'skipped' }]);
  });
});
