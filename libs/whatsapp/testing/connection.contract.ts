import { waitFor } from '#testing';

import { newMessageId } from '../src/port/message-id.js';
import { connected } from './connected.js';
import { ListenerLog } from './listener-log.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';

/** A line that goes and comes back loses nothing. */
export function describeConnection(makeHarness: () => Promise<WhatsAppHarness>): void {
  describe('connection', () => {
    let harness: WhatsAppHarness;

    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const stateIs = (state: string) =>
      waitFor(() => harness.port.status().state === state, { what: `the state ${state}` });
    const write = (body: string) => harness.writeAsPhone({ id: newMessageId(), from: ANA, body });

    it('starts stopped, and tells its way to ready', async () => {
      expect(harness.port.status().state).toBe('STOPPED');
      const log = await connected(harness);
      await waitFor(() => log.states.includes('READY'), { what: 'the listener to hear of READY' });
      expect(log.states[0]).toBe('STARTING');
    });

    it('gives what was written before it connected, in order', async () => {
      const early = await connected(harness);
      await harness.port.disconnect();
      for (const body of ['1', '2', '3']) await write(body);
      const log = await connected(harness);
      await waitFor(() => log.messages.length >= 3, { what: 'the missed messages' });
      expect(log.messages.map(({ text, live }) => ({ text, live }))).toEqual(
        ['1', '2', '3'].map((text) => ({ text, live: false })),
      );
      expect(early.messages).toEqual([]);
    });

    it('gives what was written while the line was cut', async () => {
      const log = await connected(harness);
      await harness.cutLine();
      await stateIs('RECONNECTING');
      await write('missed');
      await harness.restoreLine();
      await waitFor(() => log.messages.length >= 1, { what: 'the missed message' });
      expect(log.messages.map(({ text }) => text)).toEqual(['missed']);
      expect(harness.port.status().state).toBe('READY');
    });

    it('refuses to send while the line is cut, surely unsent', async () => {
      await connected(harness);
      await harness.cutLine();
      await stateIs('RECONNECTING');
      const id = harness.port.newMessageId();
      await expect(
        harness.port.send({ id, chatId: CHAT, content: { kind: 'text', text: 'hello' } }),
      ).rejects.toMatchObject({
        code: 'whatsapp.send-failed',
      });
      await expect(harness.port.lookup(CHAT, id)).rejects.toMatchObject({ code: 'whatsapp.not-connected' });
      expect(await harness.receivedIn(CHAT)).toEqual([]);
    });

    it('gives nothing after disconnect, and waits for what the listener has in hand', async () => {
      let inHand = 0;
      let finished = 0;
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await harness.port.connect(async (event) => {
        if (event.type !== 'message') return;
        inHand += 1;
        await held;
        harness.memory.take(event.message);
        finished += 1;
      }, harness.memory);
      await write('in hand');
      await waitFor(() => inHand === 1, { what: 'the listener to have the message' });
      let isDisconnected = false;
      const disconnected = harness.port.disconnect().then(() => (isDisconnected = true));
      await write('later');
      expect(isDisconnected).toBe(false);
      letGo();
      await disconnected;
      expect(finished).toBe(1);
      expect(harness.port.status().state).toBe('STOPPED');
      const log = new ListenerLog(harness.memory);
      await harness.port.connect(log.listener, log.memory);
      await waitFor(() => log.messages.length > 0, { what: 'the later message' });
      expect(log.messages.map(({ text }) => text)).toEqual(['later']);
      expect(inHand).toBe(1);
    });

    it('disconnects twice without harm', async () => {
      await connected(harness);
      await harness.port.disconnect();
      await expect(harness.port.disconnect()).resolves.toBeUndefined();
    });
  });
}
