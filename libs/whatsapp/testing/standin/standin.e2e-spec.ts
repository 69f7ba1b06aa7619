import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import { waitFor } from '#testing';

import { LibraryOnStandIn } from './library-on-stand-in.js';
import { StandIn } from './stand-in.js';

// Each of them starts browsers, on a machine that may be busy.
jest.setTimeout(90_000);

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
/** For the page: of each message in its memory, whether it counts as new. */
const NEW_ONES = "window.require('WAWebCollections').Msg.getModelsArray().map(({ isNewMsg }) => isNewMsg)";

/** What the stand-in claims of linking and of what outlives a browser, shown with the real library. */
describe('the stand-in', () => {
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
  const history = async (from: LibraryOnStandIn) => {
    const chat = await from.client.getChatById(CHAT);
    return (await chat.fetchMessages({ limit: 100 })).map(({ body, ack }) => ({ body, ack }));
  };

  it('gives a QR, is linked, and keeps what it knows through a kill', async () => {
    await standIn.receive({ from: ANA, name: 'Ana', body: 'before it was linked' });
    library = await LibraryOnStandIn.linked(standIn);
    expect(library.named('qr')).toHaveLength(1);
    expect(library.client.info.wid._serialized).toBe('34999999999@c.us');
    expect(await library.inPage(NEW_ONES)).toEqual([false]);
    await standIn.receive({ from: ANA, body: 'before' });
    await library.heard('message');
    expect(library.named('message')).toHaveLength(1);
    await library.client.sendMessage(CHAT, 'ours', { waitUntilMsgSent: true });
    await waitFor(() => library?.named('message_ack').some(([, ack]) => Number(ack) === 3), { what: 'the read ack' });
    await library.kill();
    await standIn.receive({ from: ANA, body: 'meanwhile' });
    await library.restartUntilReady();
    expect(library.named('qr')).toHaveLength(1);
    expect(await library.inPage(NEW_ONES)).toHaveLength(4);
    expect(await history(library)).toEqual([
      { body: 'before it was linked', ack: 1 },
      { body: 'before', ack: 1 },
      { body: 'ours', ack: 3 },
      { body: 'meanwhile', ack: 1 },
    ]);
    expect(standIn.ledger.deliveries()).toHaveLength(1);
    expect([...standIn.unknownModules]).toEqual([]);
  });

  it('sends again at its next start what the server never confirmed, under the same id', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    standIn.faults.loseAck = true;
    await library.client.sendMessage(CHAT, 'lost');
    await delivered(1);
    await library.kill();
    standIn.faults.loseAck = false;
    await library.restartUntilReady();
    await delivered(2);
    const [first, second] = standIn.ledger.deliveries();
    expect(second).toMatchObject({ id: first?.id, body: 'lost' });
    await waitFor(async () => library && Number((await history(library))[0]?.ack) === 3, { what: 'the ack' });
  });

  it.each([
    ['gets those of others again', false, ['theirs']],
    ['not even gets those of others again, once the server forgets what it delivered', true, []],
  ])('has lost its own sends when its profile is rolled back, and %s', async (_, forgetDelivered, left) => {
    standIn.faults.forgetDelivered = forgetDelivered;
    library = await LibraryOnStandIn.linked(standIn);
    const profile = join(library.folder, 'session-standin');
    await library.end();
    await cp(profile, `${profile}-before`, { recursive: true });
    await library.restartUntilReady();
    await standIn.receive({ from: ANA, body: 'theirs' });
    await library.heard('message');
    await library.client.sendMessage(CHAT, 'ours', { waitUntilMsgSent: true });
    await library.kill();
    await rm(profile, { recursive: true });
    await cp(`${profile}-before`, profile, { recursive: true });
    await library.restartUntilReady();
    expect((await history(library)).map(({ body }) => body)).toEqual(left);
    expect(standIn.ledger.deliveries()).toHaveLength(1);
  });

  it('is linked by a pairing code, and not by a wrong one', async () => {
    library = await LibraryOnStandIn.open(standIn, {
      pairWithPhoneNumber: { phoneNumber: '34911111111', showNotification: false, intervalMs: 180_000 },
    });
    await library.client.initialize();
    const [code] = await library.heard('code');
    await expect(standIn.enterPairingCode('AAAAAAAA')).rejects.toThrow('no page that shows this pairing code');
    await standIn.enterPairingCode(String(code));
    await library.heard('ready');
    expect(library.client.info.wid._serialized).toBe('34911111111@c.us');
  });

  it('is logged out from the phone, and shows a QR again', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    standIn.logoutFromPhone();
    expect(await library.heard('disconnected')).toEqual(['LOGOUT']);
    await library.heard('qr', 2);
  });

  it('learns at its start that it was logged out, and is logged out by itself', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    await library.end();
    standIn.logoutFromPhone();
    await Promise.all([library.restart(), standIn.scanQr()]);
    await library.heard('ready', 2);
    expect(library.named('qr')).toHaveLength(2);
    await library.client.logout();
    await library.restart();
    await library.heard('qr', 3);
  });

  it('gives a page that was away only what it lacks, out of thousands, and no slower for it', async () => {
    library = await LibraryOnStandIn.linked(standIn);
    await library.end();
    for (let index = 0; index < 5_000; index += 1)
      await standIn.receive({ from: `+3460000${index % 20}`, body: `${index}` });
    await library.restartUntilReady();
    await library.end();
    await standIn.receive({ from: ANA, body: 'the last' });
    await library.restartUntilReady();
    expect((await history(library)).map(({ body }) => body)).toEqual(['the last']);
    const older = await library.client.getChatById('34600000@c.us');
    const messages = await older.fetchMessages({ limit: 300 });
    expect(messages.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, index) => `${index * 20}`));
  });
});
