import { waitFor } from '#testing';

import { newMessageId } from '../src/port/message-id.js';
import type { HistoryMessage, HistoryPage } from '../src/port/history.js';
import { connected } from './connected.js';
import type { WhatsAppHarness } from './whatsapp-harness.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const BEN_CHAT = '34600000002@c.us';

/** What the account has can be read, and compared with what we know. */
export function describeHistory(makeHarness: () => Promise<WhatsAppHarness>): void {
  describe('history', () => {
    let harness: WhatsAppHarness;

    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const isCapable = () => harness.port.capabilities.history;
    const write = async (body: string, from = ANA): Promise<string> => {
      const id = newMessageId();
      await harness.writeAsPhone({ id, from, body });
      return id;
    };

    /** Every page, the latest first. */
    async function pages(limit: number, chatId = CHAT): Promise<HistoryPage[]> {
      const read: HistoryPage[] = [];
      for (let before: string | undefined; read.length < 50; before = read.at(-1)?.next ?? undefined) {
        read.push(await harness.port.history({ chatId, limit, ...(before !== undefined && { before }) }));
        if (read.at(-1)?.next === null) break;
      }
      return read;
    }

    async function messageOf(id: string): Promise<HistoryMessage | undefined> {
      const { messages } = await harness.port.history({ chatId: CHAT, limit: 50 });
      return messages.find((message) => message.id === id);
    }

    it('refuses what it cannot do', async () => {
      if (isCapable()) return;
      await connected(harness);
      const refusal = { code: 'whatsapp.not-capable' };
      await expect(harness.port.history({ chatId: CHAT, limit: 1 })).rejects.toMatchObject(refusal);
      await expect(harness.port.chats()).rejects.toMatchObject(refusal);
    });

    it('has every message once, ours too, page by page back in time', async () => {
      if (!isCapable()) return;
      const log = await connected(harness);
      const ids = await Promise.all(['1', '2', '3', '4', '5'].map((body) => write(body)));
      await waitFor(() => log.messages.length === ids.length, { what: 'the messages' });
      const ours = harness.port.newMessageId();
      await harness.port.send({ id: ours, chatId: CHAT, content: { kind: 'text', text: 'ours' } });
      const read = await pages(2);
      expect(read.map(({ messages }) => messages.length)).toEqual([2, 2, 2]);
      const inOrder = read.toReversed().flatMap(({ messages }) => messages);
      expect(inOrder.map(({ id }) => id).sort()).toEqual([...ids, ours].sort());
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime()));
      expect(inOrder.every(({ live, revoked, editedAt }) => !live && !revoked && editedAt === undefined)).toBe(true);
      const mine = inOrder.find(({ id }) => id === ours);
      expect(mine).toMatchObject({ fromMe: true, text: 'ours' });
      expect(mine?.ack).toBeGreaterThanOrEqual(1);
      expect(await harness.port.history({ chatId: '34699999999@c.us', limit: 2 })).toEqual({
        messages: [],
        next: null,
      });
    });

    it('goes back as far as it is asked to, and lists the chats', async () => {
      if (!isCapable()) return;
      const log = await connected(harness);
      await write('early');
      await write('elsewhere', '+34600000002');
      await waitFor(() => log.messages.length === 2, { what: 'the messages' });
      const later = new Date(Date.now() + 60_000);
      expect(await harness.port.history({ chatId: CHAT, after: later, limit: 5 })).toEqual({
        messages: [],
        next: null,
      });
      const { messages } = await harness.port.history({ chatId: CHAT, after: new Date(0), limit: 5 });
      expect(messages.map(({ text }) => text)).toEqual(['early']);
      const chats = await harness.port.chats();
      for (const id of [CHAT, BEN_CHAT]) {
        expect(chats.find((chat) => chat.id === id)).toMatchObject({
          kind: 'direct',
          lastAt: expect.any(Date) as Date,
        });
      }
    });

    it('shows what became of a message', async () => {
      if (!isCapable()) return;
      const log = await connected(harness);
      const [edited, revoked] = [await write('first'), await write('secret')];
      await waitFor(() => log.messages.length === 2, { what: 'the messages' });
      await harness.editAsPhone?.(CHAT, edited, 'second');
      await harness.revokeAsPhone?.(CHAT, revoked);
      await waitFor(async () => (await messageOf(revoked))?.revoked, { what: 'the deletion' });
      await waitFor(async () => (await messageOf(edited))?.text === 'second', { what: 'the edit' });
      expect(await messageOf(edited)).toMatchObject({ editedAt: expect.any(Date) as Date, revoked: false });
      expect(await messageOf(revoked)).toMatchObject({ text: '', revoked: true });
    });

    it('has nothing to say while the line is cut', async () => {
      if (!isCapable()) return;
      await connected(harness);
      await harness.cutLine();
      await waitFor(() => harness.port.status().state === 'RECONNECTING', { what: 'the cut' });
      const refusal = { code: 'whatsapp.not-connected' };
      await expect(harness.port.history({ chatId: CHAT, limit: 1 })).rejects.toMatchObject(refusal);
      await expect(harness.port.chats()).rejects.toMatchObject(refusal);
    });
  });
}
