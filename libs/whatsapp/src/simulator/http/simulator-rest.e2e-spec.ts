import { unguardedRoutes } from '#security';
import { waitFor } from '#testing';

import { ListenerLog } from '../../../testing/listener-log.js';
import { startSimulatorApp, type SimulatorApp } from '../../../testing/simulator-app.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';

describe("the simulator's REST", () => {
  let simulator: SimulatorApp;
  let log: ListenerLog;

  beforeAll(async () => {
    simulator = await startSimulatorApp();
    log = new ListenerLog();
    await simulator.port.connect(log.listener, log.memory);
  });
  afterAll(() => simulator.close());

  async function post(body: object) {
    const answer = await simulator.call('POST', 'messages', body);
    expect(answer).toMatchObject({ status: 201, body: { status: 'queued' } });
    const id = answer.body.id as string;
    return waitFor(() => log.messages.find((message) => message.id === id), { what: 'the message to arrive' });
  }

  async function deliveries(query: string): Promise<Record<string, unknown>[]> {
    const { status, body } = await simulator.call('GET', `deliveries?${query}`);
    expect(status).toBe(200);
    return body.deliveries as Record<string, unknown>[];
  }

  it('has a rule for every route', () => {
    expect(unguardedRoutes(simulator.app)).toEqual([]);
  });

  it.each([
    ['a phone', { from: ANA }, { chat: { id: CHAT, kind: 'direct' }, sender: { id: CHAT, phone: ANA } }],
    ['digits', { from: '34600000001' }, { chat: { id: CHAT } }],
    ['a chat id', { from: CHAT }, { sender: { phone: ANA } }],
    ['a LID', { from: '77777777@lid' }, { chat: { id: '77777777@lid' }, sender: { lid: '77777777@lid' } }],
    ['a LID with its phone', { from: '77777777@lid', phone: ANA }, { sender: { lid: '77777777@lid', phone: ANA } }],
    ['the status', { from: ANA, chat: 'status@broadcast' }, { chat: { kind: 'status' }, sender: { phone: ANA } }],
    ['a group', { from: ANA, group: 'Family' }, { chat: { kind: 'group', name: 'Family' }, sender: { phone: ANA } }],
    [
      'the owner',
      { from: ANA, from_me: true },
      { chat: { id: CHAT }, fromMe: true, sender: { phone: '+15550000000' } },
    ],
    ['a mention', { from: ANA, group: 'Family', mentions: ['me'] }, { mentionsMe: true }],
    ['a quote', { from: ANA, quoted_id: 'theirs' }, { quoted: { id: 'theirs', fromMe: false } }],
    ['a time', { from: ANA, sent_at: '2020-01-01T00:00:00Z' }, { sentAt: new Date('2020-01-01T00:00:00Z') }],
    ['a kind without text', { from: ANA, kind: 'image', body: undefined }, { kind: 'image', text: '' }],
    ['a name', { from: ANA, name: 'Ana' }, { sender: { name: 'Ana' } }],
  ])('brings a message with %s', async (_, request, expected) => {
    expect(await post({ body: 'hello', ...request })).toMatchObject(expected);
  });

  it('keeps some things in the history alone', async () => {
    const chatId = '34600000099@c.us';
    const said = async (body: string, more: object) => {
      const answer = await simulator.call('POST', 'messages', { from: '+34600000099', body, ...more });
      return answer.body.id as string;
    };
    const [edited, deleted] = [await said('one', { unheard: true }), await said('two', { unheard: true })];
    const path = (id: string) => `messages/${id}`;
    const edit = { chat: '+34600000099', body: 'one, mended' };
    expect(await simulator.call('PATCH', path(edited), edit)).toMatchObject({ status: 204 });
    const unknown = { status: 404, body: { code: 'simulator.unknown-message' } };
    expect(await simulator.call('PATCH', path(edited), { ...edit, chat: ANA })).toMatchObject(unknown);
    expect(await simulator.call('DELETE', `${path(deleted)}?chat=34600000099`)).toMatchObject({ status: 204 });
    expect(await simulator.call('PATCH', path(deleted), edit)).toMatchObject(unknown);
    expect(await simulator.call('DELETE', path(deleted))).toMatchObject({ status: 400 });
    expect((await simulator.port.history({ chatId, limit: 9 })).messages).toEqual([
      expect.objectContaining({ id: edited, text: 'one, mended', revoked: false, editedAt: expect.any(Date) as Date }),
      expect.objectContaining({ id: deleted, text: '', revoked: true }),
    ]);
    expect(log.messages.filter(({ chat }) => chat.id === chatId)).toEqual([]);
  });

  it('delivers the same id again', async () => {
    await post({ from: ANA, body: 'twice', id: 'TWICE' });
    await post({ from: ANA, body: 'twice', id: 'TWICE' });
    await waitFor(() => log.messages.filter(({ id }) => id === 'TWICE').length === 2, { what: 'the repeat' });
  });

  it.each([
    ['POST', 'messages', { body: 'hello' }],
    ['POST', 'messages', { from: 'Ana', body: 'hello' }],
    ['POST', 'messages', { from: ANA }],
    ['POST', 'messages', { from: ANA, body: null }],
    ['POST', 'messages', { from: ANA, body: 1 }],
    ['POST', 'messages', { from: ANA, body: 'x', kind: 'smell' }],
    ['POST', 'messages', { from: ANA, body: 'x', id: '' }],
    ['POST', 'messages', { from: ANA, body: 'x', id: 'a"b' }],
    ['POST', 'messages', { from: ANA, body: 'x', sent_at: 'soon' }],
    ['POST', 'messages', { from: ANA, body: 'x', sent_at: '2026-02-30T00:00:00Z' }],
    ['POST', 'messages', { from: ANA, body: 'x', surprise: true }],
    ['POST', 'messages', { from: ANA, body: 'x', mentions: 'me' }],
    ['POST', 'messages', { from: ANA, body: 'x'.repeat(100_001) }],
    ['GET', 'deliveries?limit=0', undefined],
    ['GET', 'deliveries?limit=1000000000', undefined],
    ['GET', 'deliveries?after=nowhere', undefined],
    ['GET', 'deliveries?after=2026-99-99', undefined],
    ['GET', 'deliveries?chat=Ana', undefined],
    ['GET', 'stream?phone=Ana', undefined],
    ['GET', 'stream', undefined],
    ['PUT', 'faults', { duplicate: 2 }],
    ['PUT', 'faults', { seed: 0.5 }],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect((await simulator.call(method, path, body)).status).toBe(400);
  });

  it('lists what phones received, repeats included, after a time or an id', async () => {
    const ids = ['L1', 'L2', 'L2', 'L3'].map((id) => `3EB0${id}`);
    const before = new Date(Date.now() - 1).toISOString();
    for (const id of ids)
      await simulator.port.send({ id, chatId: CHAT, content: { kind: 'text', text: `text of ${id}` } });
    await simulator.port.send({
      id: '3EB0OTHER',
      chatId: '34600000002@c.us',
      content: { kind: 'text', text: 'elsewhere' },
    });
    const idsOf = async (query: string) => (await deliveries(query)).map(({ id }) => id);
    expect(await idsOf(`chat=${ANA}&after=${before}`)).toEqual(ids);
    expect(await idsOf(`chat=${encodeURIComponent(ANA)}&limit=2`)).toEqual(ids.slice(0, 2));
    expect(await idsOf(`chat=${CHAT}&after=3EB0L2`)).toEqual(ids.slice(2));
    expect(await idsOf('')).toEqual([...ids, '3EB0OTHER']);
    expect((await deliveries(`chat=${CHAT}`))[0]).toEqual({
      chat: CHAT,
      id: '3EB0L1',
      body: 'text of 3EB0L1',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      ack: 3,
    });
  });

  it('cuts, links and logs out the account, and sets its faults', async () => {
    const stateIs = (state: string) =>
      waitFor(() => simulator.port.status().state === state, { what: `the state ${state}` });
    expect(await simulator.call('POST', 'disconnect')).toEqual({ status: 200, body: { line: 'down' } });
    await stateIs('RECONNECTING');
    expect(await simulator.call('POST', 'connect')).toEqual({ status: 200, body: { line: 'up' } });
    await stateIs('READY');
    await simulator.call('POST', 'logout');
    await stateIs('LOGGED_OUT');
    await simulator.call('POST', 'connect');
    await stateIs('READY');
    expect((await simulator.call('PUT', 'faults', { lost_ack: 1, seed: 4 })).body).toEqual({
      faults: 'seed=4,lost-ack=1',
    });
    await waitFor(async () => await sendingFails(), { what: 'the faults to strike' });
    expect((await simulator.call('PUT', 'faults', {})).body).toEqual({ faults: null });
    await waitFor(async () => !(await sendingFails()), { what: 'the faults to end' });
  });

  function sendingFails(): Promise<boolean> {
    const id = simulator.port.newMessageId();
    return simulator.port.send({ id, chatId: '34600000009@c.us', content: { kind: 'text', text: 'x' } }).then(
      () => false,
      () => true,
    );
  }
});
