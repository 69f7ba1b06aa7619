import { waitFor } from '#testing';

import { newMessageId } from '../src/port/message-id.js';
import { connected } from './connected.js';
import type { ListenerLog } from './listener-log.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

const ANA = '+34600000001';
const BEN = '+34600000002';
const ANA_CHAT = '34600000001@c.us';
const GROUP = '120363000000000001@g.us';

/** A message of a phone is given at least once, in order, as it was written. */
export function describeInbound(makeHarness: () => Promise<WhatsAppHarness>): void {
  describe('inbound', () => {
    let harness: WhatsAppHarness;
    let log: ListenerLog;

    beforeEach(async () => {
      harness = await makeHarness();
      log = await connected(harness);
    });
    afterEach(() => harness.close());

    const arrived = (count: number) =>
      waitFor(() => log.messages.length >= count, { what: `${count} messages to arrive` });

    async function written(body: string): Promise<string | undefined> {
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body });
      await arrived(1);
      return log.messages[0]?.text;
    }

    it('gives a direct message with its chat and sender', async () => {
      const id = newMessageId();
      await harness.writeAsPhone({ id, from: ANA, name: 'Ana', body: 'hello' });
      await arrived(1);
      expect(log.messages).toEqual([
        expect.objectContaining({
          id,
          chat: expect.objectContaining({ id: ANA_CHAT, kind: 'direct' }),
          sender: expect.objectContaining({ id: ANA_CHAT, phone: ANA, name: 'Ana' }),
          fromMe: false,
          kind: 'text',
          text: 'hello',
          live: true,
        }),
      ]);
    });

    it('gives a message once when the listener takes it', async () => {
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'once' });
      await arrived(1);
      await harness.cutLine();
      await harness.restoreLine();
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'marker' });
      await waitFor(() => log.messages.some(({ text }) => text === 'marker'), { what: 'the marker' });
      expect(log.messages.map(({ text }) => text)).toEqual(['once', 'marker']);
    });

    it('gives a message again when the listener refused it', async () => {
      const id = newMessageId();
      log.refuseNext(2);
      await harness.writeAsPhone({ id, from: ANA, body: 'again' });
      await arrived(1);
      expect(log.messages.map((message) => message.id)).toEqual([id]);
    });

    it('keeps the order of a chat, also around a refusal', async () => {
      const bodies = Array.from({ length: 40 }, (_, index) => `${index}`);
      log.refuseNext(1);
      for (const body of bodies) await harness.writeAsPhone({ id: newMessageId(), from: ANA, body });
      await arrived(bodies.length);
      expect(log.messages.map(({ text }) => text)).toEqual(bodies);
    });

    it('goes on with other chats while one is refused', async () => {
      log.refuseNext(1);
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'refused at first' });
      await harness.writeAsPhone({ id: newMessageId(), from: BEN, body: 'passes' });
      await arrived(2);
      expect(log.messages.map(({ text }) => text).sort()).toEqual(['passes', 'refused at first']);
    });

    it('gives a repeated message under the same id, if again at all', async () => {
      const message = { id: newMessageId(), from: ANA, body: 'twice' };
      const after = { id: newMessageId(), from: ANA, body: 'after it' };
      for (const each of [message, message, after]) await harness.writeAsPhone(each);
      await waitFor(() => log.messages.some(({ id }) => id === after.id), { what: 'the message after it' });
      expect(new Set(log.messages.map(({ id }) => id))).toEqual(new Set([message.id, after.id]));
    });

    it('gives a group message with its group and its sender', async () => {
      if (!harness.port.capabilities.groups) return;
      await harness.writeAsPhone({ id: newMessageId(), from: BEN, group: GROUP, body: 'hi all' });
      await arrived(1);
      expect(log.messages[0]).toMatchObject({ chat: { id: GROUP, kind: 'group' }, sender: { phone: BEN } });
    });

    it('says what a message answers', async () => {
      if (!harness.port.capabilities.quotes) return;
      const ours = harness.port.newMessageId();
      await harness.port.send({ id: ours, chatId: ANA_CHAT, content: { kind: 'text', text: 'a question' } });
      await harness.writeAsPhone({ id: newMessageId(), from: ANA, body: 'an answer', quotedId: ours });
      await arrived(1);
      expect(log.messages[0]?.quoted).toEqual({ id: ours, fromMe: true });
    });

    it.each([
      ['65,536 characters', 'x'.repeat(65_536)],
      ['an emoji of many parts', '👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
      ['both directions of writing', 'abc \u202Eאבג\u202C مرحبا'],
      ['a flood of combining marks', `e${'\u0301'.repeat(500)}`],
      ['line breaks and blanks', '  a\r\n\n\tb  '],
      ['nothing', ''],
    ])('leaves %s unchanged', async (_, body) => {
      expect(await written(body)).toBe(body);
    });

    it.each([
      ['NUL', 'a\u0000b', 'ab'],
      ['a lone surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ])('cleans %s', async (_, body, clean) => {
      expect(await written(body)).toBe(clean);
    });
  });
}
