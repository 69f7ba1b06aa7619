import { AutomationStage, type AutomationAnswer } from '../../testing/automation-stage.js';

const FIRST = { all: [{ kind: 'first_message' }] };
const NOTIFY = [{ kind: 'notify' }];
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('the API of automations', () => {
  let stage: AutomationStage;

  beforeAll(async () => {
    stage = await AutomationStage.open();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.query('DELETE FROM automations');
  });

  it('makes, lists, changes and deletes them', async () => {
    const made: AutomationAnswer[] = [];
    for (const name of ['one', 'two', 'three']) {
      const { status, body } = await stage.call<AutomationAnswer>('POST', '/automations', {
        name,
        when: FIRST,
        then: NOTIFY,
        enabled: name !== 'two',
      });
      expect(status).toBe(201);
      made.push(body);
    }
    expect(made[1]).toMatchObject({
      name: 'two',
      enabled: false,
      enabled_at: null,
      when: FIRST,
      then: NOTIFY,
      version: 1,
    });
    const { body: first } = await stage.call<{ automations: AutomationAnswer[]; next_cursor: string }>(
      'GET',
      '/automations?limit=2',
    );
    const { body: rest } = await stage.call<{ automations: AutomationAnswer[]; next_cursor: null }>(
      'GET',
      `/automations?limit=2&cursor=${first.next_cursor}`,
    );
    expect([...first.automations, ...rest.automations]).toEqual(made);
    expect(rest.next_cursor).toBeNull();
    const { id } = made[1]!;
    const changed = await stage.call('PATCH', `/automations/${id}`, { enabled: true, name: 'zwei' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'zwei', enabled: true, when: FIRST, version: 2 } });
    expect((await stage.call('GET', `/automations/${id}`)).body).toEqual(changed.body);
    expect(await stage.call('PATCH', `/automations/${id}`, { name: 'one' })).toMatchObject({
      status: 409,
      body: { code: 'automation.name-taken' },
    });
    expect((await stage.call('DELETE', `/automations/${id}`)).status).toBe(204);
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/runs'],
    ] as const) {
      for (const gone of [id, NOBODY, 'nonsense']) {
        const body = method === 'PATCH' ? {} : undefined;
        expect(await stage.call(method, `/automations/${gone}${path}`, body)).toMatchObject({
          status: 404,
          body: { code: 'automation.not-found' },
        });
      }
    }
  });

  it('leaves alone what is null', async () => {
    const { id } = await stage.automation(FIRST.all, NOTIFY);
    const nothing = { name: null, enabled: null, when: null, then: null };
    const { body } = await stage.call('PATCH', `/automations/${id}`, nothing);
    expect(body).toMatchObject({ enabled: true, when: FIRST, then: NOTIFY });
  });

  it('names the chats that it does not know', async () => {
    const ana = stage.newPhone();
    await ana.say('hello');
    await stage.app.drained();
    const scope = { chat_ids: [ana.number, 'nobody@c.us', NOBODY] };
    const refused = await stage.call('POST', '/automations', { name: 'x', when: { ...FIRST, scope }, then: NOTIFY });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'automation.unknown-chats', details: { unknown_chat_ids: ['nobody@c.us', NOBODY] } },
    });
    const { id } = await stage.chatOf(ana);
    const made = await stage.automation(FIRST.all, NOTIFY, { chat_ids: [ana.number, id] });
    expect(made.when).toMatchObject({ scope: { chat_ids: [id] } });
  });

  it.each<[string, string, object]>([
    ['no name', 'request.invalid', { when: FIRST, then: NOTIFY }],
    ['an empty name', 'request.invalid', { name: '', when: FIRST, then: NOTIFY }],
    ['a name of two lines', 'request.invalid', { name: 'a\nb', when: FIRST, then: NOTIFY }],
    ['a name with a NUL', 'request.invalid', { name: 'a\0b', when: FIRST, then: NOTIFY }],
    ['a long name', 'request.invalid', { name: 'x'.repeat(101), when: FIRST, then: NOTIFY }],
    ['an unknown key', 'request.invalid', { name: 'x', when: FIRST, then: NOTIFY, why: 1 }],
    ['a number that says whether', 'request.invalid', { name: 'x', enabled: 1, when: FIRST, then: NOTIFY }],
    ['a list of conditions', 'request.invalid', { name: 'x', when: FIRST.all, then: NOTIFY }],
    ['an unknown tag', 'request.invalid', { name: 'x', when: { all: [{ kind: 'tag', tag: 'x' }] }, then: NOTIFY }],
    ['no action', 'request.invalid', { name: 'x', when: FIRST, then: [] }],
    [
      'a private address',
      'outbound.refused',
      { name: 'x', when: FIRST, then: [{ kind: 'webhook', url: 'https://127.0.0.1/hook' }] },
    ],
    [
      'plain http',
      'outbound.refused',
      { name: 'x', when: FIRST, then: [{ kind: 'webhook', url: 'http://example.com/hook' }] },
    ],
  ])('refuses %s', async (_, code, body) => {
    expect(await stage.call('POST', '/automations', body)).toMatchObject({ status: 400, body: { code } });
    expect(await stage.query('SELECT 1 FROM automations')).toEqual([]);
  });

  it.each([
    '/automations?limit=0',
    '/automations?limit=1e9',
    '/automations?cursor=forged',
    '/automations/notifications?cursor=forged',
    '/automations/notifications?limit=-1',
  ])('refuses %s', async (path) => {
    expect((await stage.call('GET', path)).status).toBe(400);
  });

  it('pages runs and notifications, each list by its own cursors', async () => {
    const made = [await stage.automation(FIRST.all, NOTIFY), await stage.automation(FIRST.all, NOTIFY)];
    for (let count = 0; count < 3; count += 1) await stage.newPhone().say('hello');
    await stage.app.drained();
    const [one, two] = made.map(({ id }) => `/automations/${id}/runs?limit=2`);
    const page = async (path: string) =>
      (await stage.call<{ runs: { id: string }[]; next_cursor: string }>('GET', path)).body;
    const first = await page(one!);
    const rest = await page(`${one}&cursor=${first.next_cursor}`);
    expect(new Set([...first.runs, ...rest.runs].map(({ id }) => id)).size).toBe(3);
    expect(rest.next_cursor).toBeNull();
    expect(await stage.call('GET', `${two}&cursor=${first.next_cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'cursor.invalid' },
    });
    const told: string[] = [];
    let cursor = '';
    do {
      const { body } = await stage.call<{ notifications: { id: string }[]; next_cursor: string | null }>(
        'GET',
        `/automations/notifications?limit=4${cursor}`,
      );
      told.push(...body.notifications.map(({ id }) => id));
      cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`;
    } while (cursor);
    expect(new Set(told).size).toBe(6);
    expect(told).toEqual(told.toSorted().reverse());
  });

  describe('before they are saved', () => {
    it('tells what they would have matched, and why, and does nothing', async () => {
      const ana = stage.newPhone();
      for (const text of ['I want a refund', 'hello there', 'Refund, please']) await ana.say(text);
      await stage.app.drained();
      const { id } = await stage.chatOf(ana);
      const when = { all: [{ kind: 'keyword', words: ['refund'] }], scope: { chat_ids: [id] } };
      const automation = { name: 'not yet', when, then: [{ kind: 'pause' }] };
      const { status, body } = await stage.call<{ matches: object[] }>('POST', '/automations/test', { automation });
      expect(status).toBe(200);
      expect(body).toMatchObject({ examined: 3, unlabelled: 0 });
      expect(body.matches).toMatchObject([
        { chat_id: id, reasons: ['it holds "refund"'] },
        { chat_id: id, reasons: ['it holds "refund"'] },
      ]);
      expect(await stage.chatOf(ana)).toMatchObject({ reply_mode: null });
      expect(await stage.query('SELECT 1 FROM automation_runs')).toEqual([]);
      const one = await stage.call('POST', '/automations/test', { automation, limit: 1 });
      expect(one.body).toMatchObject({ examined: 1, matches: [{ chat_id: id }] });
      const none = await stage.call('POST', '/automations/test', { automation, since: '2100-01-01T00:00:00Z' });
      expect(none.body).toEqual({ examined: 0, unlabelled: 0, matches: [] });
    });

    it('says of how many messages it knows too little, and asks no model', async () => {
      const ana = stage.newPhone();
      await ana.say('It came broken, I want my money back!');
      await stage.app.drained();
      const { id } = await stage.chatOf(ana);
      const automation = { when: { all: [{ kind: 'tag', tag: 'refund' }], scope: { chat_ids: [id] } } };
      const { body } = await stage.call('POST', '/automations/test', { automation });
      expect(body).toEqual({ examined: 1, unlabelled: 1, matches: [] });
      expect(await stage.query('SELECT 1 FROM message_labels WHERE chat_id = $1', [id])).toEqual([]);
    });

    it('knows how long nobody had answered then', async () => {
      const ana = stage.newPhone();
      const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
      await ana.say('anybody?', { sentAt: hoursAgo(20) });
      await ana.say('yes', { fromMe: true, sentAt: hoursAgo(10) });
      await ana.say('thanks', { sentAt: hoursAgo(9) });
      await ana.say('welcome', { fromMe: true, sentAt: hoursAgo(8) });
      await stage.app.drained();
      const { id } = await stage.chatOf(ana);
      const automation = { when: { all: [{ kind: 'no_answer', hours: 5 }], scope: { chat_ids: [id] } } };
      const { body } = await stage.call('POST', '/automations/test', { automation });
      expect(body).toMatchObject({ examined: 2, matches: [{ reasons: ['nobody answered for 5 h'] }] });
    });

    it.each<[string, object]>([
      ['nothing', {}],
      ['a list', { automation: [] }],
      ['no condition', { automation: {} }],
      ['a wrong action', { automation: { when: FIRST, then: [{ kind: 'x' }] } }],
      ['an unknown time', { automation: { when: FIRST }, since: 'yesterday' }],
      ['the year 10000', { automation: { when: FIRST }, since: '+010000-01-01T00:00:00Z' }],
      ['no messages', { automation: { when: FIRST }, limit: 0 }],
      ['too many messages', { automation: { when: FIRST }, limit: 1_001 }],
      ['a text for a number', { automation: { when: FIRST }, limit: '5' }],
    ])('refuses %s', async (_, body) => {
      expect((await stage.call('POST', '/automations/test', body)).status).toBe(400);
    });
  });
});
