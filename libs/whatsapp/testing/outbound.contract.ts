import { waitFor } from '#testing';

import { newMessageId } from '../src/port/message-id.js';
import { connected } from './connected.js';
import type { ListenerLog } from './listener-log.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';

/** What we send arrives under the id we made, and its fate can be told afterwards. */
export function describeOutbound(makeHarness: () => Promise<WhatsAppHarness>): void {
  describe('outbound', () => {
    let harness: WhatsAppHarness;
    let log: ListenerLog;

    beforeEach(async () => {
      harness = await makeHarness();
      log = await connected(harness);
    });
    afterEach(() => harness.close());

    const send = (id: string, text = 'hello') =>
      harness.port.send({ id, chatId: CHAT, content: { kind: 'text', text } });

    it('makes ids as WhatsApp does, each another', () => {
      const ids = Array.from({ length: 100 }, () => harness.port.newMessageId());
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^3EB0[0-9A-F]{18,28}$/);
    });

    it('delivers under the id that was made before', async () => {
      const id = harness.port.newMessageId();
      const receipt = await send(id);
      expect(receipt.ack).toBeGreaterThanOrEqual(1);
      expect(await harness.receivedIn(CHAT)).toEqual([{ id, body: 'hello' }]);
    });

    it('keeps the order of what was sent', async () => {
      const bodies = Array.from({ length: 20 }, (_, index) => `${index}`);
      for (const body of bodies) await send(harness.port.newMessageId(), body);
      expect((await harness.receivedIn(CHAT)).map(({ body }) => body)).toEqual(bodies);
    });

    it.each([
      ['an emoji of many parts', '👩🏽‍🚀 \u202Eאבג\u202C', '👩🏽‍🚀 \u202Eאבג\u202C'],
      ['NUL and a lone surrogate', 'a\u0000b\uDC00', 'ab\uFFFD'],
    ])('delivers %s', async (_, text, delivered) => {
      await send(harness.port.newMessageId(), text);
      expect((await harness.receivedIn(CHAT))[0]?.body).toBe(delivered);
    });

    it('delivers the longest text there is', async () => {
      const longest = 'x'.repeat(harness.longestText ?? 65_536);
      await send(harness.port.newMessageId(), longest);
      expect((await harness.receivedIn(CHAT))[0]?.body).toBe(longest);
    });

    it('tells how far a message came, in order, and of no message that we did not send', async () => {
      const ids = [harness.port.newMessageId(), harness.port.newMessageId()];
      for (const id of ids) await send(id);
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'not ours' });
      for (const id of ids) {
        await waitFor(() => log.acks.some((one) => one.id === id && one.ack === 3), { what: 'the read ack' });
        const acks = log.acks.filter((one) => one.id === id).map(({ ack }) => ack);
        expect(acks).toEqual([...acks].sort());
      }
      expect(log.acks.filter(({ id }) => !ids.includes(id))).toEqual([]);
    });

    it('finds what was sent, and nothing else', async () => {
      if (!harness.port.capabilities.lookup) return;
      const id = harness.port.newMessageId();
      await send(id);
      expect(await harness.port.lookup(CHAT, id)).toMatchObject({ found: true });
      expect(await harness.port.lookup(CHAT, harness.port.newMessageId())).toMatchObject({ found: false });
      expect(await harness.port.lookup('34600000009@c.us', id)).toMatchObject({ found: false });
    });

    it('says "unknown" when the answer is lost, and lookup finds the message', async () => {
      await harness.loseAnswers();
      const id = harness.port.newMessageId();
      await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-unknown' });
      expect(await harness.receivedIn(CHAT)).toHaveLength(1);
      if (harness.port.capabilities.lookup) {
        expect(await harness.port.lookup(CHAT, id)).toMatchObject({ found: true });
      }
    });

    it('says "failed" only when nothing was sent', async () => {
      await harness.refuseSends();
      const id = harness.port.newMessageId();
      await expect(send(id)).rejects.toMatchObject({ code: 'whatsapp.send-failed' });
      expect(await harness.receivedIn(CHAT)).toEqual([]);
      await send(id);
      expect(await harness.receivedIn(CHAT)).toEqual([{ id, body: 'hello' }]);
    });

    it('shows that we type', async () => {
      if (!harness.port.capabilities.typing) return;
      const expected = harness.typingEndsByItself ? [true] : [true, false];
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'are you there?' });
      await waitFor(() => log.messages.length > 0, { what: 'the message' });
      await harness.port.setTyping(CHAT, true);
      await harness.port.setTyping(CHAT, false);
      await waitFor(() => harness.seenIn(CHAT).typing.length >= expected.length, { what: 'typing to be seen' });
      expect(harness.seenIn(CHAT).typing).toEqual(expected);
    });

    it('shows that we read, and ignores unknown ids', async () => {
      if (!harness.port.capabilities.readMarks) return;
      const id = newMessageId();
      await harness.writeAsPhone({ id, from: ANA, body: 'read me' });
      await waitFor(() => log.messages.length > 0, { what: 'the message' });
      await harness.port.markRead(CHAT, [id, newMessageId()]);
      await waitFor(() => harness.seenIn(CHAT).read.length > 0, { what: 'the read mark' });
      expect(harness.seenIn(CHAT).read).toEqual([id]);
    });
  });
}
