import { createTestDatabase, FakeClock, waitFor, type TestDatabase } from '#testing';

import { CloudApiHarness, VERIFY_TOKEN } from '../../testing/cloud-api-harness.js';
import { connected } from '../../testing/connected.js';
import { envelope, messagePayload, statusPayload, type GraphJson } from '../../testing/graph/webhook-payload.js';
import { ListenerLog } from '../../testing/listener-log.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const DAY = 86_400_000;

let database: TestDatabase;
let harness: CloudApiHarness;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  harness = await CloudApiHarness.start({ databaseUrl: database.url });
});
afterEach(() => harness.close());

const address = () => `${harness.app.url}/webhooks/whatsapp`;
const text = (id: string, body = 'hello') =>
  messagePayload(harness.graph.number, { id, from: ANA, content: { type: 'text', text: { body } } });
const stored = (): Promise<{ key: string; content: Buffer | null }[]> =>
  harness.app.dataSource.query('SELECT key, content FROM cloud_api_events WHERE phone_number_id = $1 ORDER BY seq', [
    harness.graph.number.phoneNumberId,
  ]);

describe('the verification of the address', () => {
  const ask = (query: Record<string, string>) => fetch(`${address()}?${new URLSearchParams(query).toString()}`);
  const asked = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': VERIFY_TOKEN };

  it('gives the challenge back to who knows the token', async () => {
    const response = await ask(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toBe('1158201444');
  });

  it.each<[string, Record<string, string>]>([
    ['another token', { ...asked, 'hub.verify_token': 'another' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...asked, 'hub.mode': 'unsubscribe' }],
    ['a challenge like a book', { ...asked, 'hub.challenge': 'x'.repeat(300) }],
    ['nothing', {}],
  ])('tells nothing to %s', async (_, query) => {
    const response = await ask(query);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'cloud-api.refused', detail: 'This request is refused.' });
  });
});

describe('a delivery', () => {
  it.each(['wrong-secret', 'none'] as const)('with the signature %s is refused, whatever is in it', async (signing) => {
    expect(await harness.graph.webhook.call(text('wamid.1'), signing)).toBe(403);
    expect(await harness.graph.webhook.call('{"not json', signing)).toBe(403);
    expect(await stored()).toEqual([]);
  });

  it('is signed byte by byte: the same JSON in other bytes is refused', async () => {
    const { createHmac } = await import('node:crypto');
    const body = JSON.stringify(text('wamid.1'));
    const hex = createHmac('sha256', harness.graph.number.appSecret).update(body).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${hex}`, 'content-type': 'application/json' };
    const post = (sent: string) => fetch(address(), { method: 'POST', body: sent, headers });
    expect((await post(body.replace('{', '{ '))).status).toBe(403);
    expect((await post(body)).status).toBe(200);
  });

  it.each<[string, string, number]>([
    ['no JSON', '{"not json', 400],
    ['a list', '[]', 200],
    ['a text', '"hello"', 200],
    ['an empty object', '{}', 200],
    ['keys that code trips over', '{"__proto__":{"entry":1},"entry":{"constructor":[]}}', 200],
  ])('of %s stores nothing', async (_, body, status) => {
    expect(await harness.graph.webhook.call(body)).toBe(status);
    expect(await stored()).toEqual([]);
  });

  it('larger than any of Meta is refused', async () => {
    expect(await harness.graph.webhook.call('x'.repeat(5 * 1_048_576))).toBe(413);
  });

  it('of 3 MB, and of a number that is not ours, is taken', async () => {
    const large = { ...text('wamid.large'), padding: 'x'.repeat(3 * 1_048_576) };
    expect(await harness.graph.webhook.call(large)).toBe(200);
    const other = { ...harness.graph.number, phoneNumberId: '99999999' };
    expect(await harness.graph.webhook.call(statusPayload(other, statusOf('wamid.2', 'read')))).toBe(200);
    expect((await stored()).map(({ key }) => key)).toEqual(['message:wamid.large']);
  });

  it('leaves the JSON of other routes as strict as before', async () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer an-admin-key-for-this-test-only' };
    const post = (body: string) => fetch(`${harness.app.url}/api/keys`, { method: 'POST', body, headers });
    expect((await post('{"name":"a","name":"b","scopes":[]}')).status).toBe(400);
    const typed = { ...headers, 'content-type': 'text/plain' };
    expect((await fetch(`${harness.app.url}/api/keys`, { method: 'POST', body: '{}', headers: typed })).status).toBe(
      415,
    );
  });
});

describe('what was delivered', () => {
  it('is unreadable while it waits, and gone when it was taken', async () => {
    await harness.graph.webhook.call(text('wamid.1', 'a secret'));
    const [row] = await stored();
    expect(row?.content).toBeInstanceOf(Buffer);
    expect(row?.content?.includes('secret')).toBe(false);
    const log = await connected(harness);
    await waitFor(() => log.messages.length === 1, { what: 'the message' });
    expect(log.messages[0]?.text).toBe('a secret');
    await waitFor(async () => (await stored())[0]?.content === null, { what: 'its content to go' });
  });

  it('five times each of 80 messages, all mixed up, is given once each', async () => {
    const log = await connected(harness);
    const ids = Array.from({ length: 80 }, (_, index) => `wamid.${index}`);
    const calls = Array.from({ length: 5 }, (_, round) =>
      ids.map((id, index) => ({ id, place: (index * 7 + round * 31) % 80 })),
    )
      .flat()
      .toSorted((one, other) => one.place - other.place);
    const caller = async (): Promise<void> => {
      for (let call = calls.shift(); call; call = calls.shift()) {
        expect(await harness.graph.webhook.call(text(call.id, call.id))).toBe(200);
      }
    };
    await Promise.all(Array.from({ length: 10 }, caller));
    await harness.graph.webhook.call(text('wamid.last'));
    await waitFor(() => log.messages.some(({ id }) => id === 'wamid.last'), { what: 'the last one' });
    expect(log.messages.map(({ id }) => id).sort()).toEqual([...ids, 'wamid.last'].sort());
  });

  it('at the same time and in one body is stored once', async () => {
    const twice = text('wamid.1');
    const both = { ...twice, entry: [...(twice.entry as GraphJson[]), ...(twice.entry as GraphJson[])] };
    const statuses = await Promise.all(Array.from({ length: 8 }, () => harness.graph.webhook.call(both)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await stored()).toHaveLength(1);
  });

  it('of a type that we do not know is kept as unknown', async () => {
    const log = await connected(harness);
    await harness.graph.write({ id: 'wamid.1', from: ANA, content: { type: 'hologram', hologram: { of: 'a cat' } } });
    await waitFor(() => log.messages.length === 1, { what: 'the message' });
    expect(log.messages[0]).toMatchObject({ id: 'wamid.1', kind: 'unknown', text: '', chat: { id: CHAT } });
  });

  it('from a group, or from somebody without a number, never looks like a chat that can be answered', async () => {
    const log = await connected(harness);
    const inGroup = { type: 'text', text: { body: 'all' }, group_id: 'g1' };
    await harness.graph.write({ id: 'wamid.1', from: ANA, content: inGroup });
    const named = { from: undefined, from_user_id: 'ES.123', type: 'text', text: { body: 'hi' } };
    await harness.graph.write({ id: 'wamid.2', from: '+', content: named });
    await waitFor(() => log.messages.length === 2, { what: 'the messages' });
    expect(new Set(log.messages.map(({ chat }) => chat.kind))).toEqual(new Set(['unknown']));
  });

  it('tells reactions, edits and deletions, of our messages under our ids', async () => {
    const log = await connected(harness);
    await harness.openWindow(ANA);
    const ours = harness.port.newMessageId();
    await harness.port.send({ id: ours, chatId: CHAT, content: { kind: 'text', text: 'hi' } });
    const wamid = harness.graph.phones.deliveries[0]?.wamid ?? '';
    const contents = [
      { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } },
      { type: 'reaction', reaction: { message_id: wamid } },
      { type: 'edit', edit: { original_message_id: 'wamid.a', message: { type: 'text', text: { body: 'new' } } } },
      { type: 'revoke', revoke: { original_message_id: 'wamid.a' } },
    ];
    for (const [index, content] of contents.entries()) {
      await harness.graph.write({ id: `wamid.${index}`, from: ANA, content });
    }
    await waitFor(() => log.events.some(({ type }) => type === 'revoke'), { what: 'the deletion' });
    const told = log.events.filter(({ type }) => ['reaction', 'edit', 'revoke'].includes(type));
    expect(told).toEqual([
      expect.objectContaining({ type: 'reaction', chatId: CHAT, id: ours, senderId: CHAT, fromMe: false, emoji: '👍' }),
      expect.objectContaining({ type: 'reaction', id: ours, emoji: '' }),
      expect.objectContaining({ type: 'edit', chatId: CHAT, id: 'wamid.a', text: 'new' }),
      expect.objectContaining({ type: 'revoke', chatId: CHAT, id: 'wamid.a' }),
    ]);
  });

  it('by the owner in the WhatsApp Business app is ours', async () => {
    const log = await connected(harness);
    const echo = { from: '15550783881', to: '34600000001', id: 'wamid.1', timestamp: '1700000000', type: 'text' };
    const payload = envelope(harness.graph.number, 'smb_message_echoes', {
      message_echoes: [{ ...echo, text: { body: 'I take over' } }],
    });
    expect(await harness.graph.webhook.call(payload)).toBe(200);
    await waitFor(() => log.messages.length === 1, { what: 'the message' });
    expect(log.messages[0]).toMatchObject({ fromMe: true, chat: { id: CHAT }, sender: { id: '15550783881@c.us' } });
  });

  it('is remembered for 8 days, so that no repeat is taken for news', async () => {
    const clock = new FakeClock();
    const aged = await CloudApiHarness.start({ databaseUrl: database.url, clock });
    try {
      const id = aged.graph.number.phoneNumberId;
      const count = async () => {
        const rows = await aged.app.dataSource.query<unknown[]>(
          'SELECT FROM cloud_api_events WHERE phone_number_id = $1 AND content IS NULL',
          [id],
        );
        return rows.length;
      };
      const reconnect = async () => {
        await aged.port.disconnect();
        await aged.port.connect(new ListenerLog().listener);
      };
      await reconnect();
      await aged.writeAsPhone({ id: 'wamid.1', from: ANA, body: 'hi' });
      await waitFor(async () => (await count()) === 1, { what: 'the message to be taken' });
      clock.advance(7 * DAY);
      await reconnect();
      await aged.writeAsPhone({ id: 'wamid.2', from: ANA, body: 'hi' });
      await waitFor(async () => (await count()) === 2, { what: 'both to be remembered' });
      clock.advance(1.5 * DAY);
      await reconnect();
      await waitFor(async () => (await count()) === 1, { what: 'the old one to be forgotten' });
    } finally {
      await aged.close();
    }
  });
});

function statusOf(wamid: string, status: string) {
  return { wamid, status, to: '34600000001', callback: '' };
}
