import { EngagementStage } from '../../testing/engagement-stage.js';
import { Templates } from './templates.service.js';

const OWN = {
  ...{ type: 'check_in', language: 'en', scenario: 'generic', tone: 'playful' },
  text: 'Knock knock, {name}! Guess who is thinking of you?',
};
const SHIPPED = 'en.check_in.generic.1';

interface Answer {
  readonly id: string;
  readonly code?: string;
  readonly text?: string | null;
  readonly usable?: boolean;
  readonly enabled?: boolean;
  readonly reasons?: readonly { readonly code: string }[];
  readonly templates?: readonly { readonly id: string; readonly shipped: boolean; readonly language: string }[];
}

describe('templates over REST', () => {
  let stage: EngagementStage;

  beforeAll(async () => {
    stage = await EngagementStage.open();
  }, 60_000);
  afterAll(() => stage.close());
  beforeEach(() => stage.rows('DELETE FROM engagement_templates'));

  async function call(method: string, path = '', body?: unknown, headers?: Readonly<Record<string, string>>) {
    const response = await stage.app.request(`/api/engagements/templates${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(headers && { headers }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer };
  }

  async function usable(): Promise<readonly string[]> {
    return (await stage.part(Templates).usable('check_in', 'en')).map(({ id }) => id);
  }

  it('lists those that ship with the program, and filters', async () => {
    const { body } = await call('GET', '?language=de&type=check_in');
    expect(body.templates?.length).toBeGreaterThan(5);
    expect(body.templates?.every(({ language, shipped }) => language === 'de' && shipped)).toBe(true);
    expect((await call('GET', '?language=xx')).status).toBe(400);
  });

  it('adds one, changes it and removes it, and says who did', async () => {
    const added = await call('POST', '', OWN);
    expect(added).toMatchObject({ status: 201, body: { ...OWN, shipped: false, enabled: true } });
    const path = `/${added.body.id}`;
    expect(await usable()).toEqual(expect.arrayContaining([added.body.id, SHIPPED]));
    expect(await call('POST', '', OWN)).toMatchObject({ status: 409, body: { code: 'template.exists' } });
    const text = 'Knock knock! Guess who is thinking of you?';
    expect((await call('PATCH', path, { text, tone: null })).body).toMatchObject({
      text,
      tone: null,
      type: 'check_in',
    });
    expect((await call('GET', path)).body).toMatchObject({ text });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).body.code).toBe('template.not-found');
    expect(await usable()).not.toContain(added.body.id);
    const actions = await stage.rows<{ action: string }>(
      'SELECT action FROM engagement_audit WHERE subject = $1 ORDER BY at, id',
      [added.body.id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['template.added', 'template.changed', 'template.removed']);
  });

  it('switches a shipped one off and on, and leaves its words alone', async () => {
    expect((await call('PATCH', `/${SHIPPED}`, { enabled: false })).body).toMatchObject({
      enabled: false,
      shipped: true,
    });
    expect(await usable()).not.toContain(SHIPPED);
    expect((await call('PATCH', `/${SHIPPED}`, { enabled: true })).body.enabled).toBe(true);
    expect(await usable()).toContain(SHIPPED);
    expect(await call('PATCH', `/${SHIPPED}`, { text: OWN.text })).toMatchObject({
      body: { code: 'template.shipped' },
    });
    expect(await call('DELETE', `/${SHIPPED}`)).toMatchObject({ status: 409, body: { code: 'template.shipped' } });
  });

  it.each([
    ['a link', 'Have a look at https://example.com, {name}!', 'address'],
    ['words too short', 'Hey {name}!', 'length'],
    ['a place that nobody fills', 'Hey {nickname}, how are you doing these days?', 'unknown-place'],
    ['another language', 'Hola, ¿qué tal te va? Estaba pensando en ti.', 'language'],
  ])('refuses %s, and shows why beforehand', async (_, text, code) => {
    const { status, body } = await call('POST', '', { ...OWN, text });
    expect([status, body.code]).toEqual([400, 'template.refused']);
    const preview = await call('POST', '/preview', { text, language: 'en' });
    expect([preview.status, preview.body.usable]).toEqual([200, false]);
    expect(preview.body.reasons?.map((reason) => reason.code)).toContain(code);
  });

  it('shows what a template reads like', async () => {
    const { body } = await call('POST', '/preview', { text: OWN.text, language: 'en', name: 'Bea' });
    expect(body).toEqual({ text: OWN.text.replace('{name}', 'Bea'), usable: true, reasons: [] });
  });

  it.each([
    ['a type that there is not', { ...OWN, type: 'spam' }],
    ['a scenario that there is not', { ...OWN, scenario: 'noon' }],
    ['no text', { ...OWN, text: undefined }],
    ['a number for a text', { ...OWN, text: 5 }],
    ['fields that nobody knows', { ...OWN, shipped: true }],
  ])('takes no %s', async (_, body) => {
    expect((await call('POST', '', body)).status).toBe(400);
  });

  it('is not for everybody', async () => {
    const key = await stage.app.request('/api/keys', {
      method: 'POST',
      body: JSON.stringify({ name: 'reads', scopes: ['engagements:read'] }),
    });
    const headers = { authorization: `Bearer ${((await key.json()) as { key: string }).key}` };
    expect((await call('GET', '', undefined, headers)).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '', OWN],
      ['PATCH', `/${SHIPPED}`, { enabled: false }],
      ['DELETE', `/${SHIPPED}`, undefined],
    ] as const) {
      expect((await call(method, path, body, headers)).status).toBe(403);
    }
  });
});
