import { newId } from '#kernel';

import { PlanningStage, type Friend } from '../../testing/planning-stage.js';
import { EngagementAnalytics, type AnalyticsGroup } from './analytics.service.js';

interface Row {
  readonly friend: Friend;
  readonly type?: string;
  readonly stage?: string;
  readonly status: string;
  readonly reason?: string;
  /** When it was sent. */
  readonly sent?: string;
  readonly outcome?: string;
  readonly minutes?: number;
  readonly sentiment?: number;
  readonly variant?: string;
  readonly planned?: string;
}

const EXPERIMENT = newId();

describe('analytics', () => {
  let stage: PlanningStage;
  let london: Friend;
  let tokyo: Friend;

  beforeAll(async () => {
    stage = await PlanningStage.open();
    london = await stage.friend();
    tokyo = await stage.friend({ phone: '819012345678' });
    // The table that everything below is counted from by hand.
    await add({
      friend: london,
      status: 'answered',
      sent: '2026-05-02T09:10:00Z',
      outcome: 'answered',
      minutes: 3,
      sentiment: 0.5,
      variant: 'a',
    });
    await add({
      friend: tokyo,
      status: 'answered',
      sent: '2026-05-02T03:10:00Z',
      outcome: 'answered',
      minutes: 100,
      sentiment: -0.1,
      variant: 'b',
    });
    await add({
      friend: london,
      status: 'sent',
      sent: '2026-05-03T09:50:00Z',
      outcome: 'ignored',
      type: 'topic_suggestion',
      stage: 'friend',
      planned: '2026-05-03T07:00:00Z',
    });
    await add({ friend: tokyo, status: 'sent', sent: '2026-05-02T04:00:00Z', outcome: 'opted_out' });
    await add({ friend: london, status: 'sent', sent: '2026-05-02T11:00:00Z' });
    await add({ friend: london, status: 'planned' });
    await add({ friend: london, status: 'skipped', reason: 'answered-meanwhile' });
    await add({ friend: london, status: 'skipped', reason: 'answered-meanwhile' });
    await add({ friend: tokyo, status: 'expired' });
    await add({
      friend: london,
      status: 'answered',
      sent: '2026-04-02T09:10:00Z',
      outcome: 'answered',
      minutes: 1,
      planned: '2026-04-02T08:00:00Z',
    });
    await stage.query(
      `INSERT INTO engagement_skips (day, reason, type, count) VALUES
         ('2026-05-01', 'stage', 'any', 3), ('2026-05-02', 'stage', 'check_in', 4), ('2026-05-04', 'stage', 'any', 9), ('2026-05-03', 'cap', 'any', 1)`,
    );
  }, 60_000);
  afterAll(() => stage.close());

  async function add(row: Row): Promise<void> {
    const { friend, type = 'check_in', stage: near = 'close_friend', status, reason, sent, outcome, minutes } = row;
    const planned = row.planned ?? '2026-05-02T02:00:00Z';
    await stage.query(
      `INSERT INTO engagements (id, contact_id, subject_id, chat_id, account_id, character_id, type, memory_ids, status, reason, reasons, mode,
         stage, due_at, expires_at, created_at, sent_at, outcome, response_ms, sentiment, experiment)
       VALUES ($1, $2, $2, $3, $4, $1, $5, '{}', $6, $7, '[]', 'automatic', $8, $9, $9, $9, $10, $11, $12, $13, $14)`,
      [
        ...[newId(), friend.contactId, friend.chatId, friend.accountId, type, status, reason ?? null, near, planned],
        ...[sent ?? null, outcome ?? null, minutes === undefined ? null : minutes * 60_000, row.sentiment ?? null],
        row.variant ? JSON.stringify({ [EXPERIMENT]: row.variant }) : null,
      ],
    );
  }

  function figures(groupBy?: AnalyticsGroup) {
    const range = { from: new Date('2026-05-02T00:00:00Z'), to: new Date('2026-05-04T00:00:00Z') };
    return stage.part(EngagementAnalytics).figures({ ...range, ...(groupBy && { groupBy }) });
  }

  async function sentBy(groupBy: AnalyticsGroup) {
    const { groups } = await figures(groupBy);
    return Object.fromEntries(groups.map(({ key, planned, sent, answered }) => [key, [planned, sent, answered]]));
  }

  it('counts what was planned within the time and what came of it', async () => {
    const { totals, skipped, notPlanned } = await figures();
    expect(totals).toMatchObject({ planned: 9, sent: 5, answered: 2, ignored: 1, optedOut: 1 });
    expect(totals.sentiment).toBeCloseTo(0.2);
    expect(skipped).toEqual({ 'answered-meanwhile': 2, expired: 1 });
    expect(notPlanned).toEqual({ stage: 4, cap: 1 });
  });

  it('groups by type, stage, day and variant', async () => {
    expect(await sentBy('type')).toEqual({ check_in: [8, 4, 2], topic_suggestion: [1, 1, 0] });
    expect(await sentBy('stage')).toEqual({ close_friend: [8, 4, 2], friend: [1, 1, 0] });
    expect(await sentBy('day')).toEqual({ '2026-05-02': [8, 4, 2], '2026-05-03': [1, 1, 0] });
    expect(await sentBy('variant')).toEqual({ [`${EXPERIMENT}:a`]: [1, 1, 1], [`${EXPERIMENT}:b`]: [1, 1, 1] });
  });

  it('groups by the hour that it was for whoever got it', async () => {
    expect(await sentBy('hour')).toEqual({ '10': [2, 2, 1], '12': [2, 2, 1], '13': [1, 1, 0] });
  });

  it('tells how fast they answer, of those of whom it is known', async () => {
    const { responses } = await figures();
    expect(responses.p50).toBeCloseTo(51.5);
    expect(responses.p90).toBeCloseTo(90.3);
    const shares = Object.fromEntries(responses.curve.map(({ withinMinutes, share }) => [withinMinutes, share]));
    expect([shares[1], shares[5], shares[60], shares[120], shares[1_440]]).toEqual([0, 0.25, 0.25, 0.5, 0.5]);
  });

  it('has nothing to say of a time in which nothing was', async () => {
    const range = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2020-02-01T00:00:00Z') };
    const { totals, groups, responses } = await stage.part(EngagementAnalytics).figures({ ...range, groupBy: 'hour' });
    expect([totals.planned, groups, responses.p50]).toEqual([0, [], null]);
  });
});
