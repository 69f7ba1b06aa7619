import { DataSource } from 'typeorm';

import { newId } from '#kernel';

import { planAmongMany } from '../../testing/among-many.js';
import { EngagementStage } from '../../testing/engagement-stage.js';
import type { ExperimentWithResultsDto } from './experiment-answer.dto.js';
import { ARMS_SQL } from './experiment-results.service.js';
import { Experiments } from './experiments.service.js';

const USUAL = { key: 'usual', weight: 1, value: 'usual', control: true };
const EVENING = { key: 'evening', weight: 1, value: 'evening' };

interface Sent {
  readonly key: string;
  readonly outcome: 'answered' | 'ignored' | 'opted_out' | null;
  readonly sentiment?: number;
  /** The same person for the same number. */
  readonly person?: number;
}

describe('experiments', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  });
  afterAll(() => stage.close());

  const experiments = (): Experiments => stage.part(Experiments);
  const sql = (text: string, values: unknown[] = []): Promise<unknown> => stage.rows(text, values);

  it('are made, started once, one of a dimension at a time, and stopped', async () => {
    const made = await call('POST', '', { name: 'when', dimension: 'timing', variants: [USUAL, EVENING] });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft', stop_reason: null } });
    expect(await experiments().running()).toEqual([]);
    expect(await call('POST', `/${made.body.id}/start`)).toMatchObject({ status: 200, body: { status: 'running' } });
    expect(await call('POST', `/${made.body.id}/start`)).toMatchObject({ status: 409 });
    const other = await call('POST', '', { name: 'again', dimension: 'timing', variants: [USUAL, EVENING] });
    expect(await call('POST', `/${other.body.id}/start`)).toMatchObject({
      ...{ status: 409, body: { code: 'engagement.dimension-taken' } },
    });
    expect(await experiments().running()).toEqual([
      { id: made.body.id, dimension: 'timing', variants: [USUAL, EVENING] },
    ]);
    expect(await call('POST', `/${made.body.id}/stop`)).toMatchObject({ status: 200, body: { status: 'finished' } });
    expect(await experiments().running()).toEqual([]);
    expect(await call('POST', `/${made.body.id}/stop`)).toMatchObject({ status: 409 });
    expect(await call('GET', '')).toMatchObject({ body: { experiments: [{ name: 'again' }, { name: 'when' }] } });
  });

  it.each([
    ['without a control', { variants: [EVENING, { ...EVENING, key: 'b' }] }],
    ['of one variant', { variants: [USUAL] }],
    ['of a dimension that there is none of', { dimension: 'colour' }],
    ['with a weight of nothing', { variants: [USUAL, { ...EVENING, weight: 0 }] }],
    ['with a weight that is no number', { variants: [USUAL, { ...EVENING, weight: '1' }] }],
    ['with a key that is none', { variants: [USUAL, { ...EVENING, key: 'a b' }] }],
    ['with what nobody knows', { started_at: '2026-01-01T00:00:00Z' }],
    ['without a name', { name: '' }],
  ])('%s: 400', async (_, wrong) => {
    const answer = await call('POST', '', { name: 'x', dimension: 'timing', variants: [USUAL, EVENING], ...wrong });
    expect(answer.status).toBe(400);
  });

  it.each(['nothing', '00000000-0000-7000-8000-000000000000'])('there is no %s', async (id) => {
    expect(await call('GET', `/${id}`)).toMatchObject({ status: 404 });
    expect(await call('POST', `/${id}/start`)).toMatchObject({ status: 404 });
  });

  it('counts each person once, and what is not known yet not at all', async () => {
    const { body } = await call('POST', '', { name: 'counted', dimension: 'tone', variants: [USUAL, EVENING] });
    await send(body.id, [
      { key: 'usual', outcome: 'answered', sentiment: 0.5, person: 1 },
      { key: 'usual', outcome: 'ignored', person: 1 },
      { key: 'usual', outcome: 'answered', sentiment: 1, person: 2 },
      { key: 'evening', outcome: 'opted_out', person: 3 },
      { key: 'evening', outcome: null, person: 4 },
    ]);
    const { arms } = (await call('GET', `/${body.id}`)).body;
    expect(arms).toMatchObject([
      { key: 'usual', control: true, sent: 3, people: 2, answered_share: 0.75, sentiment: 0.75, opt_outs: 0 },
      { key: 'evening', sent: 1, people: 1, answered_share: 0, sentiment: null, opt_outs: 1, decided: null },
    ]);
  });

  it('what does harm is stopped, for everybody at once; what does good runs on', async () => {
    const good = await started('type', { ...EVENING, value: 'check_in' });
    const bad = await started('template', EVENING);
    await send(good, [...many(60, 'usual', 'ignored'), ...many(60, 'evening', 'answered')]);
    await send(bad, [
      ...many(60, 'usual', 'answered'),
      ...many(50, 'evening', 'ignored'),
      ...many(8, 'evening', 'opted_out'),
    ]);
    expect(await experiments().guard(new Date('2026-06-01T00:00:00Z'))).toBe(1);
    expect((await experiments().running()).map(({ id }) => id)).toEqual([good]);
    expect((await call('GET', `/${bad}`)).body).toMatchObject({
      ...{ status: 'stopped', stop_reason: 'harm:evening:opt-outs', stopped_at: '2026-06-01T00:00:00.000Z' },
      arms: [{ key: 'usual' }, { key: 'evening', decided: 'worse' }],
    });
    expect((await call('GET', `/${good}`)).body.arms[1]).toMatchObject({
      decided: 'better',
      difference: 1,
      opt_outs: 0,
    });
    expect(await experiments().guard(new Date())).toBe(0);
    expect(
      await sql(`SELECT principal, detail FROM engagement_audit WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT 1`, [
        bad,
      ]),
    ).toEqual([{ principal: 'guard', detail: { status: 'stopped', reason: 'harm:evening:opt-outs' } }]);
  });

  it('are found among many outreaches without looking at all of them', async () => {
    const plan = await planAmongMany(stage.part(DataSource), ARMS_SQL, [newId()]);
    expect(plan).toContain('engagements_experiment');
  });

  it('may be made anew for ever: only those that have not ended are counted', async () => {
    await sql(
      `INSERT INTO engagement_experiments (id, name, dimension, variants, status, created_at, created_by)
       SELECT gen_random_uuid(), 'old', 'tone', '[]', 'finished', '2020-01-01', 'admin' FROM generate_series(1, 200)`,
    );
    const next = { name: 'next', dimension: 'tone', variants: [USUAL, EVENING] };
    expect(await call('POST', '', next)).toMatchObject({ status: 201 });
    await sql(`UPDATE engagement_experiments SET status = 'draft' WHERE name = 'old'`);
    expect(await call('POST', '', next)).toMatchObject({
      status: 409,
      body: { code: 'engagement.too-many-experiments' },
    });
    await sql(`DELETE FROM engagement_experiments WHERE name = 'old'`);
  });

  async function started(dimension: string, variant: object): Promise<string> {
    const { body } = await call('POST', '', { name: dimension, dimension, variants: [USUAL, variant] });
    await call('POST', `/${body.id}/start`);
    return body.id;
  }

  function many(count: number, key: string, outcome: Sent['outcome']): Sent[] {
    return Array.from({ length: count }, () => ({ key, outcome }));
  }

  async function send(experiment: string, sent: readonly Sent[]): Promise<void> {
    const people = new Map<number, string>();
    for (const [place, { key, outcome, sentiment = null, person = -place - 1 }] of sent.entries()) {
      const contact = people.get(person) ?? newId();
      if (!people.has(person))
        await sql('INSERT INTO contacts (id, account_id) SELECT $1, id FROM accounts LIMIT 1', [contact]);
      people.set(person, contact);
      await sql(
        `INSERT INTO engagements (id, contact_id, subject_id, chat_id, account_id, character_id, type, memory_ids, status, reasons,
           experiment, mode, stage, due_at, expires_at, created_at, sent_at, outcome, sentiment)
         VALUES ($1, $2, $2, $1, $1, $1, 'check_in', '{}', 'sent', '[]', $3, 'automatic', 'friend', now(), now(), now(), now(), $4, $5)`,
        [newId(), contact, { [experiment]: key }, outcome, sentiment],
      );
    }
  }

  async function call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: ExperimentWithResultsDto & { code?: string } }> {
    const response = await stage.app.request(`/api/engagements/experiments${path}`, {
      ...{ method, ...(body !== undefined && { body: JSON.stringify(body) }) },
    });
    return { status: response.status, body: (await response.json()) as never };
  }
});
