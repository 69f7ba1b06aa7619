import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import { chromiumPath, waitFor } from '#testing';

import { connected } from '../../testing/connected.js';
import { ListenerLog } from '../../testing/listener-log.js';
import { WebjsHarness, type WebjsHarnessOptions } from '../../testing/webjs-harness.js';
import { newMessageId } from '../port/message-id.js';
import { sendMessage } from './page/send-message.js';

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

  const send = (id = harness.port.newMessageId(), port = harness.port) =>
    port.send({ id, chatId: CHAT, content: { kind: 'text', text: 'hello' } }).then(() => id);

  describe('knows what became of a message', () => {
    it('that was refused, and surely is not there', async () => {
      await linked();
      await harness.refuseSends();
      const id = harness.port.newMessageId();
      await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-failed' });
      expect(await harness.port.lookup(CHAT, id)).toEqual({ found: true, ack: -1 });
    });

    it('that it never tried: nothing', async () => {
      await linked();
      expect(await harness.port.lookup(CHAT, newMessageId())).toEqual({ found: false, historyComplete: false });
    });

    it('that was not handed over, only as long as the same document lives', async () => {
      await linked();
      const id = harness.port.newMessageId();
      harness.standIn.leaveWhatsApp(ANA);
      await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
      expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: true });
      harness.standIn.reload();
      await harness.stateIs('SYNCING');
      await harness.stateIs('READY');
      expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: false });
    });

    it('that a frozen page got too late: it is not sent afterwards', async () => {
      await linked({ sendTiming: { handOverMs: 200, answerMs: 200, marginMs: 100 }, policy: { probeEveryMs: 60_000 } });
      await harness.standIn.freezeRenderer();
      const id = harness.port.newMessageId();
      await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
      harness.standIn.thawRenderer();
      expect(await harness.port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: true });
      const next = await send();
      expect(harness.standIn.ledger.deliveries(CHAT).map((one) => one.id)).toEqual([next]);
    });

    it('that another document was to send: it is not handed over', async () => {
      await linked();
      const send = {
        id: newMessageId(),
        chatId: CHAT,
        text: 'x',
        document: 'gone',
        handOverBy: Date.now() + 60_000,
        answerMs: 0,
      };
      expect(await harness.port.pageCalls.call(sendMessage, send)).toMatchObject({ kind: 'not-handed-over' });
      expect(harness.standIn.ledger.deliveries(CHAT)).toEqual([]);
    });

    it('that it was given twice: sent once', async () => {
      await linked();
      const id = await send();
      expect(await send(id)).toBe(id);
      expect(harness.standIn.ledger.deliveries(CHAT)).toHaveLength(1);
    });

    it('whose answer was lost with the browser, also in another process', async () => {
      await linked();
      await harness.loseAnswers();
      const id = harness.port.newMessageId();
      const sending = send(id);
      const failed = expect(sending).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
      await waitFor(() => harness.standIn.ledger.deliveries(CHAT).length > 0, { what: 'the delivery' });
      await harness.killBrowser();
      await failed;
      await harness.port.disconnect();
      harness.standIn.faults.loseAck = false;
      const { port } = await harness.connectAgain();
      expect(await port.lookup(CHAT, id)).toMatchObject({ found: true });
      await port.disconnect();
    });

    it('nothing after its profile was rolled back', async () => {
      await linkedBefore();
      await cp(harness.profile, `${harness.profile}-before`, { recursive: true });
      const before = await harness.connectAgain();
      const id = await send(harness.port.newMessageId(), before.port);
      await before.port.disconnect();
      await rm(harness.profile, { recursive: true });
      await cp(`${harness.profile}-before`, harness.profile, { recursive: true });
      const { port } = await harness.connectAgain();
      expect(await port.lookup(CHAT, id)).toEqual({ found: false, historyComplete: false });
      await port.disconnect();
    });
  });

  describe('is the only one on its profile', () => {
    it('and ends a browser that a former process left behind', async () => {
      await linkedBefore();
      const orphan = await chromiumOn(harness.profile);
      const { log } = await harness.connectAgain(harness.port);
      expect(log.states).toEqual(['STARTING', 'SYNCING', 'READY']);
      expect(orphan.exitCode ?? orphan.signalCode).not.toBeNull();
      expect(await harness.browserPids()).toHaveLength(1);
    });

    it('and takes it over from a process elsewhere that is proven to be dead', async () => {
      await linkedBefore();
      const root = join(harness.profile, '..');
      const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
      await symlink('elsewhere-4242', join(harness.profile, 'SingletonLock'));
      await writeFile(join(root, 'owner.json'), JSON.stringify({ host: 'elsewhere', boot }));
      await deadSocket(root);
      await harness.connectAgain(harness.port);
    });

    it('and waits while another machine may use it', async () => {
      await linkedBefore();
      await symlink('elsewhere-4242', join(harness.profile, 'SingletonLock'));
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('RECONNECTING');
      expect(harness.port.status().reason).toContain('elsewhere');
      await rm(join(harness.profile, 'SingletonLock'));
      await harness.stateIs('READY');
    });
  });

  describe('ends', () => {
    it('when the phone logs it out, for good, and forgets the session', async () => {
      const log = await linked();
      harness.standIn.logoutFromPhone();
      await harness.stateIs('LOGGED_OUT');
      await waitFor(
        () =>
          access(harness.profile).then(
            () => false,
            () => true,
          ),
        { what: 'the profile to be gone' },
      );
      expect(await harness.browserPids()).toEqual([]);
      await harness.port.disconnect();
      expect(log.states.slice(-2)).toEqual(['LOGGED_OUT', 'STOPPED']);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('WAIT_QR');
    });

    it('when the phone unlinked it while it was away', async () => {
      await linkedBefore();
      harness.standIn.logoutFromPhone();
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await waitFor(() => /LOGGED_OUT|WAIT_QR/.test(harness.port.status().state), {
        what: 'the end of the session',
        timeoutMs: PATIENCE,
      });
      expect(log.states).not.toContain('READY');
    });

    it('when WhatsApp blocks the number', async () => {
      await linked();
      harness.standIn.setState('TOS_BLOCK');
      await harness.stateIs('RESTRICTED');
      expect(harness.port.status().reason).toContain('blocked');
    });

    it('by logout', async () => {
      await linked();
      await harness.port.logout();
      expect(harness.port.status().state).toBe('STOPPED');
      await expect(access(harness.profile)).rejects.toThrow();
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await harness.stateIs('WAIT_QR');
    });
  });
});

/** A browser that somebody else runs on the profile. */
async function chromiumOn(profile: string): Promise<ChildProcess> {
  await mkdir(profile, { recursive: true });
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
  ];
  const child = spawn(chromiumPath(), [...args, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (data: Buffer) => {
      if (data.toString().includes('DevTools listening')) resolve();
    });
    void once(child, 'exit').then(() => resolve());
  });
  return child;
}

/** What a killed process leaves of a socket. */
async function deadSocket(folder: string): Promise<void> {
  const script = `require('net').createServer().listen('owner', () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', script], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
