import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { LivelyGroup } from '../testing/lively-group.js';

interface Shown {
  readonly id: string;
  readonly engine: string;
  readonly mood: { readonly name: string; readonly frozen: boolean; readonly until: string | null };
  readonly quiet_until: string | null;
  readonly obstacle: string | null;
  readonly signals: {
    readonly messages_in_hour: number;
    readonly speakers: number;
    readonly seconds_since_own: number | null;
  };
  readonly decision: { readonly action: string | null; readonly reasons: readonly { readonly name: string }[] };
}

interface Decided {
  readonly id: string;
  readonly action: string | null;
  readonly status: string;
  readonly outbox: { readonly state: string; readonly reason: string | null } | null;
  readonly reasons: readonly { readonly name: string }[];
}

const ENV = { PACING: 'off', TIME_ZONE: 'UTC', AUTONOMY_QUIET_HOURS: '00:00-00:00', AUTONOMY_SILENCE_HOURS: '3' };
const HALF_AN_HOUR_MS = 1_800_000;
const SOON = new Date(Date.now() + HALF_AN_HOUR_MS).toISOString();
const MESSAGE = { kind: 'message', seconds_ago: 1 };
const ROUTES = [
  ['GET', ''],
  ['GET', '/decisions'],
  ['PATCH', ''],
  ['POST', '/mood'],
  ['POST', '/simulate'],
] as const;
/** Every mood acts sooner than this one would be hard to find. */
const BUBBLY = { mood: 'bubbly', frozen: true };

describe('a companion in groups', () => {
  let database: TestDatabase;
  let app: TestApp;
  let socket: Socket;
  let number = 34_600_100_000;
  let inputs: LivelyGroup | undefined;
  const news: { event: string; payload: { chat_id?: string } }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: ENV });
    socket = io(app.url, { transports: ['websocket'], auth: { token: TEST_API_KEY } });
    socket.onAny((event: string, payload: { chat_id?: string }) => news.push({ event, payload }));
    await waitFor(() => Promise.resolve(socket.connected), { what: 'the socket to be open' });
  });

  afterAll(async () => {
    socket.disconnect();
    await app.stop();
    await database.drop();
  });

  async function ask<T>(path: string, method = 'GET', body?: object): Promise<T> {
    const response = await app.request(`/api/autonomy${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  const show = ({ id }: LivelyGroup): Promise<Shown> => ask(`/groups/${id}`);
  const change = ({ id }: LivelyGroup, what: object): Promise<Shown> => ask(`/groups/${id}`, 'PATCH', what);
  const decided = async ({ id }: LivelyGroup, query = ''): Promise<readonly Decided[]> =>
    (await ask<{ decisions: Decided[] }>(`/groups/${id}/decisions${query}`)).decisions;

  /** A group that is known, in which somebody has said something. */
  async function newGroup(name: string): Promise<LivelyGroup> {
    const group = new LivelyGroup(app, name, (number += 10));
    await group.say('hello all', { sentAt: new Date(Date.now() - HALF_AN_HOUR_MS) });
    await app.drained();
    return group;
  }

  /** A group in which a bubbly companion may speak. */
  async function openGroup(name: string): Promise<LivelyGroup> {
    const group = await newGroup(name);
    await ask(`/groups/${group.id}/mood`, 'POST', BUBBLY);
    await change(group, { engine: 'v2' });
    await app.drained();
    return group;
  }

  it('says nothing unasked by default, but knows what goes on and would say what it would do', async () => {
    const group = await newGroup('Lake');
    await group.talk();
    expect(await group.heard()).toEqual([]);
    expect(await show(group)).toMatchObject({
      ...{ engine: 'off', default_engine: 'off', obstacle: 'off', mood: { name: 'neutral' } },
      signals: { messages_in_hour: 19, speakers: 3, seconds_since_own: null },
    });
    expect(await decided(group)).toEqual([]);
    const before = await everythingKept();
    const now = [{ kind: 'message', seconds_ago: 0 }];
    const would = await ask(`/groups/${group.id}/simulate`, 'POST', { engine: 'v2', mood: 'bubbly', events: now });
    expect(would).toMatchObject({ would: 'join_conversation', obstacle: null });
    expect(await everythingKept()).toEqual(before);
    const { groups } = await ask<{ groups: object[] }>('/groups?engine=off');
    expect(groups).toContainEqual(expect.objectContaining({ external_id: group.id, engine: 'off', last_action: null }));
  });

  /** All rows of the engine, and of what may leave. */
  async function everythingKept(): Promise<unknown[]> {
    const tables = ['autonomy_groups', 'autonomy_decisions', 'autonomy_audit', 'outbox', 'chats'];
    const rows = tables.map((table) => `SELECT '${table}' AS kept, to_jsonb(${table}) AS row FROM ${table}`);
    return app.app.get(DataSource).query(`${rows.join(' UNION ALL ')} ORDER BY 1, 2`);
  }

  it('joins a lively talk once it is switched on, says why, and tells of it on sockets', async () => {
    const group = await openGroup('Trip');
    await group.talk();
    const heard = await group.heard();
    expect(heard).toHaveLength(1);
    const [taken, ...others] = await decided(group, '?taken=true');
    expect(others).toEqual([]);
    expect(taken).toMatchObject({ action: 'join_conversation', status: 'handed', outbox: { state: 'sent' } });
    expect(taken?.reasons.map(({ name }) => name)).toContain('momentum');
    expect(await show(group)).toMatchObject({ engine: 'v2', mood: { name: 'bubbly', frozen: true, until: null } });
    const { id } = await show(group);
    await waitFor(() => Promise.resolve(told(id).includes('autonomy:acted')), { what: 'the news on the socket' });
    expect(told(id)).toEqual(expect.arrayContaining(['autonomy:mood', 'autonomy:settings', 'autonomy:acted']));
  });

  function told(chatId: string): string[] {
    return news.filter(({ payload }) => payload.chat_id === chatId).map(({ event }) => event);
  }

  it.each<[string, string, (group: LivelyGroup) => Promise<unknown>, object, string]>([
    [
      'the group asked for silence',
      'Quiet',
      (group) => group.say('quiet please'),
      { quiet_until: null },
      'silence-asked',
    ],
    ['it is muted', 'Mute', (group) => change(group, { muted: true }), { muted: false }, 'muted'],
    [
      'its cap is nothing',
      'Cap',
      (group) => change(group, { actions_per_hour: 0 }),
      { actions_per_hour: null },
      'hour-cap',
    ],
    [
      'an operator wants silence',
      'Operator',
      (group) => change(group, { quiet_until: new Date(Date.now() + 3_600_000).toISOString() }),
      { quiet_until: null },
      'silence-asked',
    ],
  ])('says nothing while %s, and speaks when that is over', async (_, name, hush, over, reason) => {
    const group = await openGroup(name);
    await hush(group);
    await app.drained();
    await group.talk();
    expect(await group.heard()).toEqual([]);
    expect((await show(group)).decision.reasons.map((each) => each.name)).toEqual([reason]);
    expect(await decided(group, '?taken=true')).toEqual([]);

    await change(group, over);
    await group.say('and who brings the tent');
    await app.drained();
    expect(await group.heard()).toHaveLength(1);
  });

  it('answers who turns to it in a group that asked for silence', async () => {
    const group = await openGroup('Asked');
    const asked = Date.now();
    await group.say('quiet please');
    await app.drained();
    await group.say('what time is it?', { mentions: ['me'] });
    await app.drained();
    expect(await group.heard()).toHaveLength(1);
    const { quiet_until } = await show(group);
    // For as long as AUTONOMY_SILENCE_HOURS says, from when it was asked.
    expect(Date.parse(quiet_until ?? '') - asked).toBeGreaterThan(2.9 * 3_600_000);
    expect(Date.parse(quiet_until ?? '') - Date.now()).toBeLessThanOrEqual(3 * 3_600_000);
  });

  it.each<[string, string, object, number, string]>([
    ['an engine that there is none of', 'PATCH ', { engine: 'v3' }, 400, 'request.invalid'],
    ['a cap above what is remembered', 'PATCH ', { actions_per_hour: 33 }, 400, 'request.invalid'],
    ['a cap below none', 'PATCH ', { actions_per_day: -1 }, 400, 'request.invalid'],
    ['a cap that is no whole number', 'PATCH ', { actions_per_day: 1.5 }, 400, 'request.invalid'],
    ['no answers at all', 'PATCH ', { answers_per_hour: 0 }, 400, 'request.invalid'],
    ['a switch that is null', 'PATCH ', { muted: null }, 400, 'request.invalid'],
    ['a zone that there is none of', 'PATCH ', { zone: 'Mars/Olympus' }, 400, 'request.invalid'],
    ['a zone by its offset', 'PATCH ', { zone: '+02:00' }, 400, 'request.invalid'],
    ['too many interests', 'PATCH ', { interests: Array(33).fill('chess') }, 400, 'request.invalid'],
    ['an interest of control characters', 'PATCH ', { interests: ['\u0000'] }, 400, 'request.invalid'],
    ['a bot that nobody knows', 'PATCH ', { bots: ['+34999999999'] }, 404, 'person.not-found'],
    ['a silence of a century', 'PATCH ', { quiet_until: '2199-01-01T00:00:00Z' }, 400, 'autonomy.time-invalid'],
    ['a time without a zone', 'PATCH ', { quiet_until: '2030-01-01T00:00:00' }, 400, 'request.invalid'],
    ['nothing at all', 'PATCH ', {}, 400, 'autonomy.nothing-to-change'],
    ['what there is no setting for', 'PATCH ', { volume: 11 }, 400, 'request.invalid'],
    ['a mood that there is none of', 'POST /mood', { mood: 'hangry' }, 400, 'request.invalid'],
    ['a mood called as a method', 'POST /mood', { mood: 'constructor' }, 400, 'request.invalid'],
    ['a mood without anything', 'POST /mood', {}, 400, 'autonomy.nothing-to-change'],
    ['a mood until yesterday', 'POST /mood', { until: '2020-01-01T00:00:00Z' }, 400, 'autonomy.time-invalid'],
    ['an end of a frozen mood', 'POST /mood', { frozen: true, until: SOON }, 400, 'autonomy.mood-frozen'],
    ['more energy than there is', 'POST /mood', { profile: { energy: 1.1 } }, 400, 'request.invalid'],
    ['a profile that is a list', 'POST /mood', { profile: [] }, 400, 'request.invalid'],
    ['a simulation of the past', 'POST /simulate', { at: '2020-01-01T00:00:00Z' }, 400, 'autonomy.time-invalid'],
    ['an event of no kind', 'POST /simulate', { events: [{ kind: 'war', seconds_ago: 1 }] }, 400, 'request.invalid'],
    ['an event to come', 'POST /simulate', { events: [{ kind: 'join', seconds_ago: -1 }] }, 400, 'request.invalid'],
    ['a member of no id', 'POST /simulate', { events: [{ ...MESSAGE, member: 0 }] }, 400, 'request.invalid'],
    ['too many events', 'POST /simulate', { events: Array(201).fill(MESSAGE) }, 400, 'request.invalid'],
  ])('refuses %s', async (_, call, body, status, code) => {
    const [method, path] = call.split(' ');
    const group = inputs ?? (inputs = await newGroup('Inputs'));
    const response = await app.request(`/api/autonomy/groups/${group.id}${path}`, {
      method,
      body: JSON.stringify(body),
    });
    expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({ status, code });
  });

  it.each([
    ['a chat with one person', '+34600000077', 'autonomy.not-a-group'],
    ['no chat', '120363000000000000@g.us', 'chat.not-found'],
  ])('says that %s is no group, on every route', async (_, id, code) => {
    await app.phone('+34600000077').say('hello');
    await app.drained();
    for (const [method, path] of ROUTES) {
      const body = method === 'GET' ? undefined : '{}';
      const response = await app.request(`/api/autonomy/groups/${id}${path}`, { method, body });
      expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({ status: 404, code });
    }
  });

  it('knows after a restart what it knew before', async () => {
    const group = await openGroup('Restart');
    await group.talk();
    const [before, decisions] = [await show(group), await decided(group)];
    await app.stop();
    app = await TestApp.start({ databaseUrl: database.url, env: ENV });
    const after = await show(group);
    expect(after.signals).toMatchObject({ messages_in_hour: before.signals.messages_in_hour, speakers: 3 });
    expect(after.mood).toEqual(before.mood);
    expect((await decided(group)).map(({ id }) => id)).toEqual(expect.arrayContaining(decisions.map(({ id }) => id)));
  });
});
