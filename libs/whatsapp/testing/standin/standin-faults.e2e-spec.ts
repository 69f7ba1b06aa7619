import { jest } from '@jest/globals';
import type { Message } from 'whatsapp-web.js';

import { waitFor } from '#testing';

import { LibraryOnStandIn } from './library-on-stand-in.js';
import { StandIn } from './stand-in.js';

// Each of them starts browsers, on a machine that may be busy.
jest.setTimeout(90_000);

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';

/** What the stand-in claims of its line, its states and its faults, shown with the real library. */
describe('what goes wrong on the stand-in', () => {
  let standIn: StandIn;
  let library: LibraryOnStandIn | undefined;

  beforeEach(async () => {
    standIn = await StandIn.start();
    standIn.faults.keyField = '_serialized';
  });
  afterEach(async () => {
    await library?.close();
    library = undefined;
    await standIn.close();
  });

  const delivered = (count: number) =>
    waitFor(() => standIn.ledger.deliveries(CHAT).length >= count, { what: `${count} deliveries` });
  const bodiesIn = (names: readonly (readonly unknown[])[]) => names.map(([message]) => (message as Message).body);

  it('shows its state: a cut line, a conflict that ends it', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    await library.client.sendMessage(CHAT, 'before', { waitUntilMsgSent: true });
    await standIn.cutLine();
    await waitFor(() => library?.named('change_state').some(([state]) => state === 'TIMEOUT'), { what: 'TIMEOUT' });
    await standIn.receive({ from: ANA, body: 'while it was cut' });
    await library.client.sendMessage(CHAT, 'held back');
    expect(standIn.ledger.deliveries()).toHaveLength(1);
    expect(library.named('message')).toEqual([]);
    await standIn.restoreLine();
    await library.heard('message');
    await delivered(2);
    expect(standIn.ledger.deliveries().map(({ body }) => body)).toEqual(['before', 'held back']);
    expect(bodiesIn(library.named('message'))).toEqual(['while it was cut']);
    expect(await library.client.getState()).toBe('CONNECTED');
    standIn.setState('UNPAIRED');
    expect(await library.heard('disconnected')).toEqual(['UNPAIRED']);
  });

  it('is reloaded, frozen and made deaf', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    expect(standIn.pageLoads).toBe(1);
    standIn.reload();
    await library.heard('ready', 2);
    expect(standIn.pageLoads).toBe(2);
    standIn.deafen();
    await standIn.receive({ from: ANA, body: 'unheard' });
    expect(await library.client.getState()).toBe('CONNECTED');
    expect(library.named('message')).toEqual([]);
    standIn.undeafen();
    await library.heard('message');
    await standIn.freezeRenderer();
    const page = library.inPage('document.title');
    await expect(Promise.race([page, waitFor(() => false, { what: 'an answer', timeoutMs: 300 })])).rejects.toThrow();
    standIn.thawRenderer();
    expect(await page).toBe('WhatsApp');
  });

  it.each([
    ['early', 0],
    ['never', 0],
    ['duplicate', 2],
  ] as const)('says %s that it has synced: ready comes %i times', async (hasSynced, times) => {
    standIn.faults.hasSynced = hasSynced;
    library = await LibraryOnStandIn.open(standIn);
    await Promise.all([library.client.initialize(), standIn.scanQr()]);
    await waitFor(async () => String(await library?.client.getState()) === 'CONNECTED', { what: 'CONNECTED' });
    if (times > 0) await library.heard('ready', times);
    expect(await library.inPage("window.require('WAWebSocketModel').Socket.hasSynced")).toBe(hasSynced !== 'never');
    expect(library.named('ready')).toHaveLength(times);
    standIn.syncAgain();
    await library.heard('ready', times + 1);
  });

  it('gives what was missed after it said that the page is up to date', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    const told = () => library?.events.flatMap(({ name, args }) => (name === 'message' ? [name] : stateOf(name, args)));
    await standIn.cutLine();
    await waitFor(() => told()?.includes('TIMEOUT'), { what: 'TIMEOUT' });
    await standIn.receive({ from: ANA, body: 'missed' });
    await standIn.restoreLine();
    await waitFor(() => told()?.includes('message') && told()?.includes('CONNECTED'), { what: 'the first time' });
    standIn.faults.offlineBacklogDelayMs = 300;
    await standIn.cutLine();
    await waitFor(() => told()?.at(-1) === 'TIMEOUT', { what: 'TIMEOUT' });
    await standIn.receive({ from: ANA, body: 'missed, too' });
    await standIn.restoreLine();
    await library.heard('message', 2);
    expect(told()?.slice(-6)).toEqual(['TIMEOUT', 'message', 'CONNECTED', 'TIMEOUT', 'CONNECTED', 'message']);
  });

  it('shows another QR now and then', async () => {
    standIn.faults.qrRotationMs = 100;
    library = await LibraryOnStandIn.open(standIn);
    await library.client.initialize();
    await library.heard('qr', 3);
    expect(new Set(library.named('qr').map(([qr]) => qr)).size).toBe(library.named('qr').length);
  });

  it('has frames of its own, each of which the library takes for a new page', async () => {
    standIn.faults.iframes = 1;
    library = await LibraryOnStandIn.open(standIn);
    await library.client.initialize();
    await library.heard('qr', 2);
  });

  it('has the field names of today: the library sends, and cannot say what it sent', async () => {
    standIn.faults.keyField = '$1';
    library = await LibraryOnStandIn.linked(standIn);
    expect(await library.client.sendMessage(CHAT, 'delivered', { waitUntilMsgSent: true })).toBeUndefined();
    expect(standIn.ledger.deliveries(CHAT).map(({ body }) => body)).toEqual(['delivered']);
    await standIn.receive({ from: ANA, body: 'hi', id: 'ABC' });
    const [message] = (await library.heard('message')) as [Message];
    expect(message.id).toMatchObject({ id: 'ABC', $1: `false_${CHAT}_ABC` });
    expect(message.id._serialized).toBeUndefined();
    standIn.faults.failSend = 1;
    await expect(library.client.sendMessage(CHAT, 'refused', { waitUntilMsgSent: true })).rejects.toThrow('refused');
  });
});

function stateOf(name: string, args: readonly unknown[]): string[] {
  return name === 'change_state' ? [String(args[0])] : [];
}
