import { jest } from '@jest/globals';

import { Realtime } from '#realtime';
import { waitFor } from '#testing';

import { EngagementStage, type Friend } from '../../testing/engagement-stage.js';
import { Delivery } from '../delivery/delivery.service.js';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly [name: string]: unknown;
}
interface Page {
  readonly engagements: readonly Shown[];
  readonly next_cursor: string | null;
  readonly next_looks?: number;
}
interface Problem {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const HOUR_MS = 3_600_000;
const ROOT = '/api/engagements';
const WORDS = 'And how did the rest of your week go?';

describe('approving what is written first', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    // A whole day ahead: whatever time it is now, the best one is within reach.
    stage = await EngagementStage.open({
      ...{ PROACTIVE_MAX_ENGAGEMENTS_PER_USER: '3', PROACTIVE_SCHEDULE_ADVANCE_HOURS: '24' },
    });
  });
  afterAll(() => stage.close());

  async function call<T>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) {
    const response = await stage.app.request(`${ROOT}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(headers && { headers }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  async function friend() {
    const phone = stage.phone();
    return { phone, friend: await stage.friend(phone) };
  }

  const later = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const waiting = (of: Friend) => stage.plan(of, { mode: 'approve', dueAt: new Date(Date.now() + HOUR_MS) });

  it('lists what is to come, page by page, and shows each with its words and reasons', async () => {
    const { friend: ana } = await friend();
    const ids = [await waiting(ana), await waiting(ana), await waiting(ana)];
    const first = await call<Page>('GET', `/upcoming?contact_id=${ana.contactId}&limit=2`);
    expect(first.body.engagements.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first.body.next_looks).toEqual(expect.any(Number));
    const second = await call<Page>(
      'GET',
      `/upcoming?contact_id=${ana.contactId}&limit=2&cursor=${encodeURIComponent(first.body.next_cursor!)}`,
    );
    expect(second.body).toMatchObject({ engagements: [{ id: ids[0] }], next_cursor: null });
    const { body: one } = await call<Shown>('GET', `/${ids[0]}`);
    expect(one).toMatchObject({
      ...{ contact_id: ana.contactId, chat_id: ana.chatId, type: 'check_in', status: 'planned', mode: 'approve' },
      ...{ text: expect.stringContaining('week'), source: 'template', reasons: [], sent_at: null, outcome: null },
    });
    expect(one).toEqual(second.body.engagements[0]);
    await call('POST', `/${ids[0]}/reject`, { reason: 'wrong-tone' });
    const { body: skipped } = await call<Page>('GET', `?contact_id=${ana.contactId}&status=skipped`);
    expect(skipped.engagements).toMatchObject([{ id: ids[0], reason: 'rejected:wrong-tone', text: null }]);
    const { body: history } = await call<Page>('GET', `/contacts/${ana.contactId}/history`);
    expect(history.engagements.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it('holds what is not approved, and lets it leave once it is', async () => {
    const { phone, friend: ben } = await friend();
    const id = await stage.plan(ben, { mode: 'approve' });
    const before = (await phone.ledger()).length;
    await stage.part(Delivery).run();
    expect(await stage.find(id)).toMatchObject({ status: 'planned', handedAt: null });
    const { status, body } = await call<Shown>('POST', `/${id}/approve`);
    expect([status, body.status, body.approved_by]).toEqual([200, 'approved', 'admin']);
    expect((await call<Shown>('POST', `/${id}/approve`)).body.approved_at).toBe(body.approved_at);
    await stage.part(Delivery).run();
    await waitFor(async () => (await phone.ledger()).length > before, { what: 'the outreach' });
    expect((await phone.ledger()).at(-1)?.body).toContain('week');
    const gone = await call<Problem>('POST', `/${id}/reject`, {});
    expect([gone.status, gone.body.code]).toEqual([409, 'engagement.not-waiting']);
    const notes = await stage.rows<{ action: string }>('SELECT action FROM engagement_audit WHERE subject = $1', [id]);
    expect(notes).toEqual([{ action: 'engagement.approved' }]);
  });

  it('takes other words and another time, as long as they may be sent then', async () => {
    const { friend: cleo } = await friend();
    const id = await waiting(cleo);
    const due = later(5);
    const { body } = await call<Shown>('PATCH', `/${id}`, { text: ` ${WORDS} `, due_at: due });
    expect(body).toMatchObject({ text: WORDS, source: 'operator', due_at: due, status: 'planned' });
    expect(Date.parse(String(body.expires_at))).toBeGreaterThan(Date.parse(due));
    const refused = async (edit: object) => {
      const { status, body: problem } = await call<Problem>('PATCH', `/${id}`, edit);
      return [status, problem.code, problem.details?.reason];
    };
    expect(await refused({ text: 'too short' })).toEqual([400, 'engagement.text-refused', expect.any(String)]);
    expect(await refused({ text: 'x'.repeat(101) })).toEqual([400, 'engagement.text-refused', expect.any(String)]);
    expect(await refused({ text: `${WORDS}\u0000` })).toEqual([400, 'engagement.text-refused', expect.any(String)]);
    expect(await refused({ due_at: later(-1) })).toEqual([400, 'engagement.not-allowed-then', 'past']);
    expect(await refused({ due_at: later(24 * 8) })).toEqual([400, 'engagement.not-allowed-then', 'too-far']);
    await call('PUT', `/contacts/${cleo.contactId}/preferences`, { zone: 'UTC' });
    const other = await waiting(cleo);
    const hour = (new Date(due).getUTCHours() + 23) % 24;
    // Not through the route: that would end what is planned.
    await stage.rows('UPDATE engagement_people SET quiet_from = $2, quiet_until = $3 WHERE contact_id = $1', [
      ...[cleo.contactId, hour * 60, ((hour + 3) % 24) * 60],
    ]);
    const { status, body: problem } = await call<Problem>('PATCH', `/${other}`, { due_at: due });
    expect([status, problem.code, problem.details?.reason]).toEqual([
      ...[400, 'engagement.not-allowed-then', 'quiet-hours'],
    ]);
  });

  it('sends at once what may be sent, and says why it may not', async () => {
    const { phone, friend: dora } = await friend();
    const before = (await phone.ledger()).length;
    const id = await waiting(dora);
    const sent = await call<Shown>('POST', `/${id}/send_now`);
    expect([sent.status, sent.body.status, sent.body.approved_by]).toEqual([200, 'approved', 'admin']);
    await waitFor(async () => (await phone.ledger()).length > before, { what: 'the outreach' });
    await stage.app.drained();
    // Nobody has to wait for the minute in which all of them are settled.
    expect((await call<Shown>('GET', `/${id}`)).body).toMatchObject({ status: 'sent', sent_at: expect.any(String) });
    expect((await call<Problem>('POST', `/${id}/send_now`)).body.code).toBe('engagement.not-waiting');
    const second = await waiting(dora);
    const soon = await call<Problem>('POST', `/${second}/send_now`);
    expect([soon.status, soon.body.code]).toEqual([409, 'engagement.not-now']);
    const { friend: eve, phone: hers } = await friend();
    const third = await waiting(eve);
    await hers.say('STOP');
    await stage.app.drained();
    const stopped = await call<Problem>('POST', `/${third}/send_now`);
    expect([stopped.status, stopped.body.code]).toEqual([
      409,
      expect.stringMatching(/^engagement\.not-(now|waiting)$/),
    ]);
    expect(await stage.find(third)).toMatchObject({ status: 'skipped', handedAt: null });
  });

  it('shows what would be written, for whoever it is, and writes nothing down', async () => {
    const { friend: fay } = await friend();
    const counts = () =>
      stage.row(`SELECT (SELECT count(*) FROM engagements) AS plans, (SELECT count(*) FROM engagement_people) AS people,
        (SELECT count(*) FROM engagement_skips) AS skips, (SELECT count(*) FROM outbox) AS outbox,
        (SELECT count(*) FROM engagement_audit) AS notes, (SELECT count(*) FROM messages) AS messages`);
    const before = await counts();
    const { status, body } = await call<Readonly<Record<string, unknown>>>('POST', '/preview', {
      contact_id: fay.contactId,
      type: 'check_in',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ contact_id: fay.contactId, type: 'check_in', eligible: true, would_be: 'planned' });
    expect(body.reasons).not.toEqual([]);
    expect(Date.parse(String(body.proposed_at))).toBeGreaterThan(Date.now() - HOUR_MS);
    await stage.rows('UPDATE relationships SET trust = 5 WHERE contact_id = $1', [fay.contactId]);
    const { body: refused } = await call<Readonly<Record<string, unknown>>>('POST', '/preview', {
      contact_id: fay.contactId,
    });
    expect(refused).toMatchObject({ eligible: false, would_be: 'skipped' });
    expect(refused.reasons).toMatchObject([{ code: 'trust' }]);
    expect(await counts()).toEqual(before);
    const unknown = await call<Problem>('POST', '/preview', { contact_id: fay.contactId, variant: 'none' });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'engagement.variant-unknown']);
  });

  it('plans by hand with own words, within every rule', async () => {
    const { friend: gil } = await friend();
    const { status, body } = await call<Shown>('POST', '/plan', { contact_id: gil.contactId, text: WORDS });
    expect([status, body.status, body.text, body.source]).toEqual([201, 'approved', WORDS, 'operator']);
    await call('PUT', `/contacts/${gil.contactId}/preferences`, { frequency: 'off' });
    const refused = await call<Problem>('POST', '/plan', { contact_id: gil.contactId, text: WORDS });
    expect([refused.status, refused.body.code]).toEqual([409, 'engagement.not-planned']);
    expect(refused.body.details?.reasons).toMatchObject([{ code: expect.any(String) }]);
  });

  it('shows how it stands with one person and takes their preferences', async () => {
    const { friend: hal, phone } = await friend();
    const { status, body } = await call<Readonly<Record<string, unknown>>>(
      'PUT',
      `/contacts/${encodeURIComponent(phone.number)}/preferences`,
      { frequency: 'low', quiet_from: '22:00', quiet_until: '09:30', zone: 'Europe/Madrid', topics_to_avoid: ['work'] },
    );
    expect(status).toBe(200);
    const preferences = {
      ...{ frequency: 'low', quiet_from: '22:00', quiet_until: '09:30', zone: 'Europe/Madrid', language: null },
      ...{ topics_to_avoid: ['work'], changed_at: expect.any(String), changed_by: 'admin' },
    };
    expect(body).toEqual(preferences);
    const { body: shown } = await call<Readonly<Record<string, unknown>>>('GET', `/contacts/${hal.contactId}`);
    expect(shown).toMatchObject({
      ...{ contact_id: hal.contactId, preferences, reasons: expect.any(Array), next_look_at: expect.any(String) },
      standing: { stage: 'close_friend', zones: ['Europe/Madrid'], zones_from: 'operator', unanswered: 0 },
    });
    const reset = await call('PUT', `/contacts/${hal.contactId}/preferences`, {
      ...{ frequency: null, quiet_from: null, quiet_until: null, zone: null, topics_to_avoid: null },
    });
    expect(reset.body).toMatchObject({ frequency: null, quiet_from: null, zone: null, topics_to_avoid: [] });
  });

  it.each([
    ['check_in', 24],
    ['emotional_support', 6],
  ] as const)('stays away after a rejected %s for the %i hours that it takes', async (type, hours) => {
    const { friend: joe } = await friend();
    const id = await stage.plan(joe, { mode: 'approve', type });
    await stage.rows(
      `INSERT INTO engagement_people (contact_id, next_look_at) VALUES ($1, now())
       ON CONFLICT (contact_id) DO UPDATE SET next_look_at = now()`,
      [joe.contactId],
    );
    const before = Date.now();
    await call('POST', `/${id}/reject`, {});
    const { next_look_at: next } = await stage.row<{ next_look_at: Date }>(
      'SELECT next_look_at FROM engagement_people WHERE contact_id = $1',
      [joe.contactId],
    );
    expect(next.getTime()).toBeGreaterThanOrEqual(before + hours * HOUR_MS);
  });

  it('tells sockets of what becomes of each', async () => {
    const { friend: ida } = await friend();
    const id = await waiting(ida);
    const publish = jest.spyOn(stage.part(Realtime), 'publish');
    const published = () =>
      publish.mock.calls.map(([event]) => event).filter(({ event }) => event.startsWith('engagement:'));
    await call('POST', `/${id}/approve`);
    await call('POST', `/${id}/reject`, {});
    expect(published()).toMatchObject([
      { event: 'engagement:approved', scope: 'engagements:read', payload: { id, contact_id: ida.contactId } },
      { event: 'engagement:skipped', payload: { id, status: 'skipped', reason: 'rejected' } },
    ]);
    expect(JSON.stringify(published())).not.toContain('week');
    publish.mockRestore();
  });
});
