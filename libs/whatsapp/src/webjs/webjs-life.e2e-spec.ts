import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import { waitFor } from '#testing';

import { connected } from '../../testing/connected.js';
import { ListenerLog } from '../../testing/listener-log.js';
import { WebjsHarness, type WebjsHarnessOptions } from '../../testing/webjs-harness.js';
import { newMessageId } from '../port/message-id.js';
import type { PageWindow } from './page/page-window.js';

declare const window: PageWindow;

// Each test starts a browser, some of them several times.
jest.setTimeout(60_000);

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const PATIENCE = 20_000;

describe('a connection to WhatsApp Web', () => {
  let harness: WebjsHarness;

  afterEach(() => harness.close());

  async function linked(options?: WebjsHarnessOptions): Promise<ListenerLog> {
    harness = await WebjsHarness.open(options);
    return connected(harness);
  }

  /** A page that is linked, as the next start finds it. */
  async function linkedBefore(): Promise<void> {
    await linked();
    await harness.port.disconnect();
  }

  const write = (body: string) => harness.writeAsPhone({ id: newMessageId(), from: ANA, body });
  const send = (id = harness.port.newMessageId(), port = harness.port) =>
    port.send({ id, chatId: CHAT, content: { kind: 'text', text: 'hello' } }).then(() => id);

  async function texts(log: ListenerLog, count: number): Promise<string[]> {
    await waitFor(() => log.messages.length >= count, { what: `${count} messages`, timeoutMs: PATIENCE });
    return log.messages.map(({ text }) => text);
  }

  /** READY once more, after it had been READY and then in that state. */
  async function backAgain(log: ListenerLog, by: string): Promise<void> {
    const isBack = () => {
      const since = log.states.slice(log.states.indexOf('READY') + 1);
      return since.includes(by) && since.at(-1) === 'READY';
    };
    await waitFor(isBack, { what: `READY after ${by}`, timeoutMs: PATIENCE });
  }

  describe('starts', () => {
    it('with a QR that the status shows, and forgets it once a phone has scanned it', async () => {
      const log = await linked();
      const waiting = log.events.flatMap((event) =>
        event.type === 'status' && event.status.linking ? [event.status] : [],
      );
      expect(waiting[0]).toMatchObject({
        state: 'WAIT_QR',
        linking: { kind: 'qr', text: expect.stringContaining(',') as string },
      });
      expect(harness.port.status().linking).toBeUndefined();
      expect(log.states).toEqual(['STARTING', 'WAIT_QR', 'PAIRING', 'SYNCING', 'READY']);
      await expect(harness.port.requestPairingCode(ANA)).rejects.toMatchObject({ code: 'whatsapp.not-waiting' });
    });

    it('with a pairing code', async () => {
      harness = await WebjsHarness.open({ link: false });
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('WAIT_QR');
      const code = await harness.port.requestPairingCode('+34999999999');
      expect(code).toMatch(/^[A-Z0-9]{8}$/);
      expect(harness.port.status().linking).toEqual({ kind: 'code', code });
      await harness.standIn.enterPairingCode(code);
      await harness.stateIs('READY');
    });

    it('from a saved session, in a folder for nobody else', async () => {
      await linkedBefore();
      const { port, log } = await harness.connectAgain();
      expect(log.states).toEqual(['STARTING', 'SYNCING', 'READY']);
      await port.disconnect();
      const { mode } = await stat(join(harness.folder, harness.accountId));
      expect(mode & 0o777).toBe(0o700);
    });

    it('not without a Chromium, and says how to get one', async () => {
      harness = await WebjsHarness.open({ chromium: '/nowhere/chromium', link: false });
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('FAILED');
      expect(harness.port.status().reason).toContain('apt-get install chromium');
    });

    it('gives up a browser that never comes up, and says so', async () => {
      harness = await WebjsHarness.open({ chromium: '/bin/false', link: false });
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('FAILED');
      expect(log.states.filter((state) => state === 'STARTING')).toHaveLength(5);
    });
  });

  describe('takes the page as it is', () => {
    it.each(['early', 'duplicate', 'never'] as const)('that says "synced" %s', async (hasSynced) => {
      harness = await WebjsHarness.open(hasSynced === 'never' ? { policy: { syncMs: 700 } } : {});
      harness.standIn.faults.hasSynced = hasSynced;
      const log = await connected(harness);
      await write('once');
      harness.standIn.syncAgain();
      await write('marker');
      expect(await texts(log, 2)).toEqual(['once', 'marker']);
      expect(log.states.filter((state) => state === 'READY')).toHaveLength(1);
    });

    it('that says "synced" twice at the same moment', async () => {
      harness = await WebjsHarness.open();
      harness.standIn.faults.hasSynced = 'never';
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      const isInjected = () => harness.port.pageCalls.call(() => 'onAppStateHasSyncedEvent' in window);
      await harness.stateIs('SYNCING');
      await waitFor(isInjected, { what: 'the library' });
      await Promise.all([harness.port.client.nudge(), harness.port.client.nudge()]);
      await harness.stateIs('READY');
      await write('once');
      await write('marker');
      expect(await texts(log, 2)).toEqual(['once', 'marker']);
    });

    it('with frames of its own that navigate', async () => {
      harness = await WebjsHarness.open();
      harness.standIn.faults.iframes = 3;
      const log = await connected(harness);
      await waitFor(() => harness.port.rawPage.frames().length === 4, { what: 'the frames' });
      let authenticated = 0;
      harness.port.client.on('authenticated', () => (authenticated += 1));
      harness.standIn.syncAgain();
      await write('once');
      expect(await texts(log, 1)).toEqual(['once']);
      expect(authenticated).toBe(1);
      expect(harness.reports).toEqual([]);
    });

    it('with keys that the library does not know, in each of its documents', async () => {
      const log = await linked();
      const serialized = () =>
        harness.port.pageCalls.call(() => {
          const { id } = window.require('WAWebCollections').Msg.getModelsArray()[0] ?? {};
          return [id && '_serialized' in id ? id._serialized : undefined, id?.toString()];
        });
      await write('hi');
      await texts(log, 1);
      const key = `false_${CHAT}_${log.messages[0]?.id}`;
      expect(await serialized()).toEqual([key, key]);
      harness.standIn.reload();
      await backAgain(log, 'SYNCING');
      expect(await serialized()).toEqual([key, key]);
    });

    it('with the keys of before July 2026', async () => {
      harness = await WebjsHarness.open();
      harness.standIn.faults.keyField = '_serialized';
      const log = await connected(harness);
      await write('hi');
      const id = await send();
      expect(await texts(log, 1)).toEqual(['hi']);
      expect(await harness.port.lookup(CHAT, id)).toMatchObject({ found: true });
    });
  });

  describe('comes back, with nothing missing', () => {
    it('when the page is loaded anew in the middle of it', async () => {
      const log = await linked();
      await write('1');
      harness.standIn.reload();
      for (const body of ['2', '3']) await write(body);
      await backAgain(log, 'SYNCING');
      await write('4');
      expect(await texts(log, 4)).toEqual(['1', '2', '3', '4']);
      expect(await send()).toMatch(/^3EB0/);
    });

    it('when Chromium is killed, after 100 messages in one chat', async () => {
      const log = await linked({ policy: { probeEveryMs: 60_000 } });
      const [pid] = await harness.browserPids();
      await harness.killBrowser();
      const bodies = Array.from({ length: 100 }, (_, index) => `${index}`);
      for (const body of bodies) await write(body);
      await backAgain(log, 'RECONNECTING');
      expect(await texts(log, 100)).toEqual(bodies);
      expect(await harness.browserPids()).toHaveLength(1);
      expect(await harness.browserPids()).not.toContain(pid);
    });

    it('when the renderer crashes', async () => {
      const log = await linked({ policy: { probeEveryMs: 60_000 } });
      await harness.port.rawPage.goto('chrome://crash').catch(() => undefined);
      await write('missed');
      await backAgain(log, 'RECONNECTING');
      expect(await texts(log, 1)).toEqual(['missed']);
    });

    it('when the renderer freezes', async () => {
      const log = await linked({ policy: { probeEveryMs: 300, probeMs: 200 } });
      await harness.standIn.freezeRenderer();
      await write('missed');
      await backAgain(log, 'DEGRADED');
      expect(log.states).toContain('RECONNECTING');
      expect(await texts(log, 1)).toEqual(['missed']);
    });

    it('when its browser has become old, once nothing goes on', async () => {
      const log = await linked({ policy: { recycleAfterMs: 2_000, idleMs: 0, probeEveryMs: 500 } });
      const [pid] = await harness.browserPids();
      await backAgain(log, 'RECONNECTING');
      expect(await harness.browserPids()).not.toContain(pid);
    });
  });
});
