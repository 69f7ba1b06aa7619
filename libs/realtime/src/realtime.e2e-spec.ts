import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { Listener, type ListenerOptions } from '../testing/listener.js';
import { news, secretNews } from '../testing/test-events.js';
import { EVENT_BYTES } from './publish/event-batches.js';
import { Realtime } from './publish/realtime.service.js';
import { KeyWatch } from './sockets/key-watch.service.js';

const FAILURES_PER_MINUTE = 60;

describe("the operator's socket", () => {
  let database: TestDatabase;
  let app: TestApp;
  /** Another process, as far as its events know. */
  let other: TestApp;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    [app, other] = await Promise.all([
      TestApp.start({ databaseUrl: database.url }),
      TestApp.start({ databaseUrl: database.url }),
    ]);
  });

  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
  });

  afterAll(async () => {
    await Promise.all([app.stop(), other.stop()]);
    await database.drop();
  });

  function open(options: ListenerOptions = {}, at = app): Listener {
    const listener = Listener.open(at.url, options);
    listeners.push(listener);
    return listener;
  }

  async function connected(options: ListenerOptions = {}, at = app): Promise<Listener> {
    const listener = await Listener.connected(at.url, { token: TEST_API_KEY, ...options });
    listeners.push(listener);
    return listener;
  }

  async function newKey(scopes: readonly string[]): Promise<{ id: string; key: string }> {
    const response = await app.request('/api/keys', { method: 'POST', body: JSON.stringify({ name: 'test', scopes }) });
    return (await response.json()) as { id: string; key: string };
  }

  const realtimeOf = ({ app }: TestApp): Realtime => app.get(Realtime, { strict: false });

  it.each([['websocket'], ['polling']] as const)('tells the operator over %s', async (transport) => {
    const listener = await connected({ transports: [transport] });
    realtimeOf(app).publish(news('hello'));
    expect(await listener.hears(1)).toEqual([{ event: 'test:read', payload: { text: 'hello' } }]);
  });

  it('tells what happens in another process, in its order', async () => {
    const listener = await connected();
    const texts = Array.from({ length: 300 }, (_, index) => `${index} ${'ü'.repeat(100)}`);
    for (const text of texts) realtimeOf(other).publish(news(text));
    const heard = await listener.hears(texts.length);
    expect(heard.map(({ payload }) => payload)).toEqual(texts.map((text) => ({ text })));
  });

  it('tells a key only what it has the scope of', async () => {
    const [reader, writer, stranger] = await Promise.all(
      [['tests:read'], ['tests:write'], ['chats:read']].map(async (scopes) =>
        connected({ token: (await newKey(scopes)).key }),
      ),
    );
    const operator = await connected();
    realtimeOf(app).publish(secretNews('for some'));
    realtimeOf(app).publish(news('for others'));
    await operator.hears(2);
    // Each has heard what comes last, so nothing more comes.
    expect((await reader?.hears(1))?.map(({ event }) => event)).toEqual(['test:read']);
    expect((await writer?.hears(1))?.map(({ event }) => event)).toEqual(['test:write']);
    realtimeOf(app).publish(news('the end'));
    await reader?.hears(2);
    expect(writer?.heard).toHaveLength(1);
    expect(stranger?.heard).toEqual([]);
    expect(stranger?.socket.connected).toBe(true);
  });

  it('refuses what no notification can carry, and says so to the one who publishes', async () => {
    const listener = await connected();
    const frame = Buffer.byteLength(JSON.stringify(news('')));
    const largest = 'x'.repeat(EVENT_BYTES - frame);
    const refusal = { code: 'realtime.event-too-large', message: expect.not.stringContaining('xx') };
    expect(() => realtimeOf(app).publish(news(`${largest}x`))).toThrow(expect.objectContaining(refusal) as Error);
    realtimeOf(app).publish(news(largest));
    expect(await listener.hears(1)).toEqual([{ event: 'test:read', payload: { text: largest } }]);
  });

  it('cuts the socket of a key that was revoked, and no other', async () => {
    const { id, key } = await newKey(['tests:read']);
    const [revoked, operator] = [await connected({ token: key }), await connected()];
    const watch = app.app.get(KeyWatch, { strict: false });
    await watch.look();
    expect(revoked.socket.connected).toBe(true);
    await app.request(`/api/keys/${id}`, { method: 'DELETE' });
    await watch.look();
    await waitFor(() => revoked.ends.length > 0, { what: 'the end of the socket' });
    // The library takes this for an end for good and does not try again.
    expect(revoked.ends).toEqual(['io server disconnect']);
    realtimeOf(app).publish(news('after'));
    await operator.hears(1);
    expect(revoked.heard).toEqual([]);
  });

  it('takes no page of another site, and no other origin of the machine', async () => {
    const stranger = open({ token: TEST_API_KEY, origin: 'https://elsewhere.example', transports: ['polling'] });
    await waitFor(() => stranger.refusals.length > 0, { what: 'a refusal' });
    expect(stranger.socket.connected).toBe(false);
    expect((await connected({ origin: app.url })).socket.connected).toBe(true);
  });

  it('shows its figures', async () => {
    const listener = await connected();
    realtimeOf(app).publish(news('counted'));
    await listener.hears(1);
    const figures = await (await app.request('/metrics')).text();
    expect(figures).toMatch(/^realtime_connections [1-9]/m);
    expect(figures).toMatch(/^realtime_events_total\{event="test:read"\} [1-9]/m);
    listener.close();
    await waitFor(async () => /^realtime_connections 0$/m.test(await (await app.request('/metrics')).text()), {
      what: 'the connections to be counted down',
    });
  });

  it.each([
    ['no key', undefined],
    ['an empty key', ''],
    ['a wrong key', `${TEST_API_KEY}x`],
    ['a key that is well-formed and unknown', `sec_0123456789ab_${'A'.repeat(43)}`],
    ['something else than a text', { $ne: '' }],
    ['two keys', `${TEST_API_KEY} ${TEST_API_KEY}`],
  ])('refuses %s and tells nothing', async (_, token) => {
    const listener = open({ token });
    await waitFor(() => listener.refusals.length > 0, { what: 'a refusal' });
    expect(listener.refusals).toEqual(['unauthenticated']);
    expect(listener.socket.connected).toBe(false);
    const operator = await connected();
    realtimeOf(app).publish(news('secret'));
    await operator.hears(1);
    expect(listener.heard).toEqual([]);
  });

  // The last test: it locks the address out for a minute.
  it('looks up no more keys for who sent too many wrong ones, and lets the operator in all the same', async () => {
    const { key } = await newKey(['tests:read']);
    const wrong = open();
    for (let failures = 1; failures <= FAILURES_PER_MINUTE + 1; failures += 1) {
      await waitFor(() => wrong.refusals.length >= failures, { what: `refusal ${failures}` });
      wrong.socket.connect();
    }
    const limited = open({ token: key });
    await waitFor(() => limited.refusals.length > 0, { what: 'a refusal' });
    expect(limited.refusals).toEqual(['rate-limited']);
    expect((await connected()).socket.connected).toBe(true);
  });
});
