import { createTestDatabase, FakeClock, waitFor, type TestDatabase } from '#testing';

import { CloudApiHarness, type CloudApiHarnessOptions } from '../../testing/cloud-api-harness.js';
import { connected } from '../../testing/connected.js';
import { statusPayload } from '../../testing/graph/webhook-payload.js';
import { ListenerLog } from '../../testing/listener-log.js';
import type { OutboundContent } from '../port/outbound-message.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const HOUR = 3_600_000;
const HELLO = { kind: 'text', text: 'hello' } as const;
const TEMPLATE = { kind: 'template', name: 'reminder', language: 'en_US', parameters: ['Ana'] } as const;

let database: TestDatabase;
let harness: CloudApiHarness;
let log: ListenerLog;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => harness.close());

async function start(options: Partial<CloudApiHarnessOptions> = {}): Promise<void> {
  harness = await CloudApiHarness.start({ databaseUrl: database.url, ...options });
  await harness.openWindow(ANA);
  log = await connected(harness);
}

const send = (content: OutboundContent = HELLO, id = harness.port.newMessageId(), quotedId?: string) =>
  harness.port.send({ id, chatId: CHAT, content, quotedId });
const received = () => harness.graph.phones.deliveries;
const failsWith = (code: string, message: RegExp, more: object = {}) => ({
  ...more,
  code: `whatsapp.${code}`,
  message: expect.stringMatching(message) as string,
});

describe('the window of 24 hours', () => {
  const clock = new FakeClock();
  const wroteAgo = (milliseconds: number) => harness.openWindow(ANA, new Date(clock.now().getTime() - milliseconds));

  beforeEach(() => start({ clock }));

  it('takes a text inside, and templates only outside', async () => {
    await wroteAgo(24 * HOUR - 1_000);
    await send();
    await wroteAgo(24 * HOUR + 1_000);
    await expect(send()).rejects.toMatchObject(failsWith('send-rejected', /approved template/));
    const image = { kind: 'media', mimeType: 'image/png', data: Buffer.from('x'), caption: '' } as const;
    await expect(send(image)).rejects.toMatchObject(failsWith('send-rejected', /approved template/));
    await expect(harness.port.react(CHAT, 'wamid.1', '👍')).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
    await send(TEMPLATE);
    expect(received().map(({ type }) => type)).toEqual(['text', 'template']);
    expect(received()[1]?.request.template).toEqual({
      name: 'reminder',
      language: { code: 'en_US' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
    });
  });

  it('opens when the contact writes, and not by a clock that is ahead', async () => {
    await wroteAgo(48 * HOUR);
    await expect(send()).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
    const content = { type: 'text', text: { body: 'hi' } };
    const at = new Date(clock.now().getTime() + 1_000 * HOUR);
    await harness.graph.write({ id: 'wamid.1', from: ANA, content, at });
    await send();
    clock.advance(25 * HOUR);
    await expect(send()).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
  });

  it('was never open with somebody who never wrote', async () => {
    await expect(
      harness.port.send({ id: harness.port.newMessageId(), chatId: '34600000009@c.us', content: HELLO }),
    ).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
  });
});

describe('a refusal', () => {
  beforeEach(() => start());

  it.each([
    [130429, 429, 'send-failed', /too many messages a second/, { retryAfterSeconds: 5 }],
    [131056, 400, 'send-failed', /too many messages to this recipient/, { retryAfterSeconds: 6 }],
    [131047, 400, 'send-rejected', /approved template/, {}],
    [131026, 400, 'send-rejected', /cannot be reached/, {}],
    [131051, 400, 'send-rejected', /type/, {}],
    [100, 400, 'send-rejected', /takes no such message/, {}],
  ])('with error %d sends nothing, and says what to do', async (code, status, expected, message, more) => {
    harness.graph.faults.error = { status, code };
    const id = harness.port.newMessageId();
    await expect(send(HELLO, id)).rejects.toMatchObject(failsWith(expected, message, more));
    expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: true });
    expect(harness.port.status().state).toBe('READY');
    harness.graph.faults.error = null;
    await send(HELLO, id);
    expect(received()).toHaveLength(1);
  });

  it('of a restricted account stops everything until somebody looks', async () => {
    harness.graph.faults.error = { status: 400, code: 368 };
    await expect(send()).rejects.toMatchObject(failsWith('send-failed', /restricted/));
    expect(harness.port.status()).toMatchObject({ state: 'RESTRICTED' });
    harness.graph.faults.error = null;
    await waitFor(() => log.states.includes('RESTRICTED'), { what: 'the listener to hear of it' });
    await expect(send()).rejects.toMatchObject(failsWith('send-failed', /RESTRICTED/));
    await harness.writeAsPhone({ id: 'wamid.1', from: ANA, body: 'still here' });
    await waitFor(() => log.messages.length === 1, { what: 'what comes in' });
    expect(log.states.slice(log.states.indexOf('RESTRICTED'))).toEqual(['RESTRICTED']);
  });

  it('of the limits of WhatsApp is passed on as it comes', async () => {
    harness.graph.faults.limits = true;
    await send();
    await expect(send()).rejects.toMatchObject({ code: 'whatsapp.send-failed', retryAfterSeconds: 6 });
    expect(received()).toHaveLength(1);
  });

  it('of more than WhatsApp takes is ours, before anything is asked', async () => {
    await expect(send({ kind: 'text', text: 'x'.repeat(4_097) })).rejects.toMatchObject({
      code: 'whatsapp.send-rejected',
    });
    const chatId = '120363000000000001@g.us';
    await expect(harness.port.send({ id: 'a', chatId, content: HELLO })).rejects.toMatchObject({
      code: 'whatsapp.send-rejected',
    });
    expect(received()).toEqual([]);
  });
});

describe('a message', () => {
  beforeEach(() => start());

  it('that two ask for at once is sent once', async () => {
    const id = harness.port.newMessageId();
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => send(HELLO, id)));
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(received()).toHaveLength(1);
  });

  it('whose statuses come in any order, and twice, ends where the furthest is', async () => {
    Object.assign(harness.graph.faults, { reverseStatuses: true, times: 2 });
    const id = harness.port.newMessageId();
    await send(HELLO, id);
    await waitFor(() => log.acks.length === 3, { what: 'the acks' });
    await harness.graph.webhook.idle();
    expect(await harness.port.lookup(CHAT, id)).toEqual({ found: true, ack: 3 });
    expect(log.acks.map(({ ack }) => ack)).toEqual([3, 2, 1]);
  });

  it('that failed on its way may be asked for again, unless it would fail each time', async () => {
    harness.graph.faults.holdStatuses = true;
    const [transient, forGood] = [harness.port.newMessageId(), harness.port.newMessageId()];
    await send(HELLO, transient);
    await send(HELLO, forGood);
    await harness.graph.tell(received()[0]!, 'failed', 131000);
    await harness.graph.tell(received()[1]!, 'failed', 131026);
    await waitFor(() => log.acks.length === 2, { what: 'both failures' });
    expect(log.acks).toEqual([transient, forGood].map((id) => ({ id, ack: -1 })));
    expect(await harness.port.lookup(CHAT, transient)).toEqual({ found: true, ack: -1 });
    await expect(send(HELLO, forGood)).rejects.toMatchObject(failsWith('send-rejected', /cannot be reached/));
    harness.graph.faults.loseAnswers = true;
    await expect(send(HELLO, transient)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
    // A late status of the first try says nothing about the second.
    await harness.graph.tell(received()[0]!, 'sent');
    expect(await harness.port.lookup(CHAT, transient)).toEqual({ found: false, historyComplete: false });
    await harness.graph.tell(received()[2]!, 'delivered');
    expect(await harness.port.lookup(CHAT, transient)).toEqual({ found: true, ack: 2 });
    expect(received()).toHaveLength(3);
  });

  it('that was refused, and yet arrived as a status tells, is not sent again', async () => {
    harness.graph.faults.error = { status: 500, code: 131000, isTransient: true };
    const id = harness.port.newMessageId();
    await expect(send(HELLO, id)).rejects.toMatchObject({ code: 'whatsapp.send-failed' });
    harness.graph.faults.error = null;
    await harness.graph.webhook.push(
      statusPayload(harness.graph.number, { wamid: 'wamid.x', to: '34600000001', status: 'sent', callback: `${id}.1` }),
    );
    await waitFor(() => harness.port.status().state === 'READY', { what: 'Graph to answer' });
    expect(await send(HELLO, id)).toMatchObject({ ack: 1 });
    expect(received()).toEqual([]);
  });

  it('that answers another one names it by the id of WhatsApp', async () => {
    await harness.writeAsPhone({ id: 'wamid.theirs', from: ANA, body: 'a question' });
    const ours = harness.port.newMessageId();
    await send(HELLO, ours, 'wamid.theirs');
    await send(HELLO, harness.port.newMessageId(), ours);
    expect(received().map(({ quotedWamid }) => quotedWamid)).toEqual(['wamid.theirs', received()[0]?.wamid]);
  });

  it('takes our reaction under the id of WhatsApp', async () => {
    const ours = harness.port.newMessageId();
    await send(HELLO, ours);
    await harness.port.react(CHAT, ours, '👍');
    await harness.port.react(CHAT, 'wamid.theirs', '');
    expect(received().flatMap(({ request }) => request.reaction ?? [])).toEqual([
      { message_id: received()[0]?.wamid, emoji: '👍' },
      { message_id: 'wamid.theirs', emoji: '' },
    ]);
  });
});

describe('attachments', () => {
  beforeEach(() => start());

  it('are uploaded and sent by their id', async () => {
    const data = Buffer.from([0, 1, 2, 255]);
    await send({ kind: 'media', mimeType: 'application/pdf', data, fileName: 'a.pdf', caption: 'read this' });
    const [delivery] = received();
    const document = delivery?.request.document as { id: string };
    expect(document).toEqual({ id: expect.any(String) as string, caption: 'read this', filename: 'a.pdf' });
    expect(harness.graph.media.get(document.id)).toEqual({ mimeType: 'application/pdf', data });
  });

  it('that are too large are refused before anything is asked', async () => {
    const data = Buffer.alloc(100 * 1_048_576 + 1);
    const file = { kind: 'media', mimeType: 'video/mp4', data, caption: '' } as const;
    await expect(send(file)).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
    expect(harness.graph.media.size).toBe(0);
  });

  it('of a contact are downloaded; null when WhatsApp has them no more, or never had', async () => {
    harness.graph.media.set('77', { mimeType: 'image/png', data: Buffer.from('pixels') });
    const image = (id: string) => ({ type: 'image', image: { id, mime_type: 'image/png' } });
    await harness.graph.write({ id: 'wamid.1', from: ANA, content: image('77') });
    await harness.graph.write({ id: 'wamid.2', from: ANA, content: image('78') });
    await waitFor(() => log.messages.length === 2, { what: 'the messages' });
    expect(log.messages[0]?.media).toEqual({ mimeType: 'image/png', viewOnce: false });
    const content = { mimeType: 'image/png', data: Buffer.from('pixels') };
    expect(await harness.port.downloadMedia(CHAT, 'wamid.1')).toEqual(content);
    expect(await harness.port.downloadMedia(CHAT, 'wamid.2')).toBeNull();
    expect(await harness.port.downloadMedia(CHAT, 'wamid.3')).toBeNull();
    expect(await harness.port.downloadMedia('34600000002@c.us', 'wamid.1')).toBeNull();
  });
});

describe('the connection', () => {
  it('with a wrong token is degraded, and names the setting', async () => {
    harness = await CloudApiHarness.start({ databaseUrl: database.url, token: 'not the right one' });
    await harness.openWindow(ANA);
    log = new ListenerLog(harness.memory);
    await harness.port.connect(log.listener);
    await waitFor(() => harness.port.status().state === 'DEGRADED', { what: 'the refusal' });
    expect(harness.port.status().reason).toMatch(/WHATSAPP_CLOUD_TOKEN/);
    await expect(send()).rejects.toMatchObject(failsWith('send-failed', /WHATSAPP_CLOUD_TOKEN/));
    await harness.writeAsPhone({ id: 'wamid.1', from: ANA, body: 'hi' });
    await waitFor(() => log.messages.length === 1, { what: 'what comes in all the same' });
    expect(JSON.stringify(log.events)).not.toContain('not the right one');
  });
});
