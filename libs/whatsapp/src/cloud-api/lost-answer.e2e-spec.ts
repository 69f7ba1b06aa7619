import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { CloudApiHarness } from '../../testing/cloud-api-harness.js';
import { connected } from '../../testing/connected.js';
import { ListenerLog } from '../../testing/listener-log.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const HELLO = { kind: 'text', text: 'hello' } as const;

let database: TestDatabase;
let harness: CloudApiHarness;
let log: ListenerLog;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => harness.close());

const send = (id = harness.port.newMessageId()) => harness.port.send({ id, chatId: CHAT, content: HELLO });
const received = () => harness.graph.phones.deliveries;

describe('a lost answer', () => {
  beforeEach(async () => {
    harness = await CloudApiHarness.start({ databaseUrl: database.url, timeoutMs: 300 });
    await harness.openWindow(ANA);
    log = await connected(harness);
  });

  it('is settled by the status that comes later, and never by a second request', async () => {
    Object.assign(harness.graph.faults, { loseAnswers: true, holdStatuses: true });
    const id = harness.port.newMessageId();
    await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: false });
    await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    await harness.graph.releaseStatuses();
    await waitFor(() => log.acks.length === 3, { what: 'the acks' });
    expect(log.acks).toEqual([1, 2, 3].map((ack) => ({ id, ack })));
    expect(await harness.port.lookup(CHAT, id)).toEqual({ found: true, ack: 3 });
    harness.graph.faults.loseAnswers = false;
    expect(await send(id)).toMatchObject({ ack: 3 });
    expect(received()).toHaveLength(1);
  });

  it('is none when the status was here first', async () => {
    harness.graph.faults.loseAnswers = true;
    expect((await send()).ack).toBeGreaterThanOrEqual(1);
    expect(received()).toHaveLength(1);
  });

  it.each([502, 504, 200])('is a page with status %d, too', async (status) => {
    Object.assign(harness.graph.faults, { pageInstead: status, holdStatuses: true });
    await expect(send()).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    expect(received()).toHaveLength(1);
  });

  it('is a silence that lasts too long', async () => {
    harness.graph.faults.hang = true;
    const id = harness.port.newMessageId();
    await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    harness.graph.faults.hang = false;
    await waitFor(() => harness.port.status().state === 'READY', { what: 'Graph to answer' });
    expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: false });
  });

  it('stays unknown to the next process, too', async () => {
    Object.assign(harness.graph.faults, { loseAnswers: true, holdStatuses: true });
    const id = harness.port.newMessageId();
    await expect(send(id)).rejects.toThrow();
    await harness.port.disconnect();
    harness.graph.faults.loseAnswers = false;
    const next = harness.app.connector.open(harness.accountId);
    await next.connect(new ListenerLog().listener);
    try {
      await waitFor(() => next.status().state === 'READY', { what: 'the next process' });
      expect(await next.lookup(CHAT, id)).toEqual({ found: false, historyComplete: false });
      const again = next.send({ id, chatId: CHAT, content: HELLO });
      await expect(again).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    } finally {
      await next.disconnect();
    }
    expect(received()).toHaveLength(1);
  });
});
