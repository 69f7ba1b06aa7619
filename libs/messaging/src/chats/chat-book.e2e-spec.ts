import { jest } from '@jest/globals';
import pg from 'pg';

import { newIncomingMessage } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { InboundRecorder } from '../inbound/inbound-recorder.service.js';
import { ChatBook } from './chat-book.service.js';

const PN = '34600000001@c.us';
const LID = '99887766@lid';
const LONG_AGO = new Date(0);
const NEWCOMERS = 600;

describe('ChatBook', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  it('follows the address that the contact wrote from last', async () => {
    for (const from of [PN, LID, PN, LID, PN]) {
      await stage.say({ from, sender: { id: from, phone: '+34600000001', lid: LID }, sentAt: LONG_AGO });
      const chat = await stage.row<{ external_id: string }>('SELECT external_id FROM chats');
      expect(chat.external_id).toBe(from);
    }
  });

  it('makes one chat of a person whom one batch shows under both addresses', async () => {
    const [pn, lid] = ['34600000002@c.us', '2@lid'];
    const both = newIncomingMessage({ from: pn, sender: { id: pn, lid } });
    const alone = [pn, lid].map((from) => newIncomingMessage({ from, sender: { id: from } }));
    const parties = await stage.part(ChatBook).resolve(stage.accountId, [...alone, both, ...alone]);
    expect(new Set(parties.map(({ chatId }) => chatId)).size).toBe(1);
    expect(new Set(parties.map(({ senderId }) => senderId)).size).toBe(1);
  });

  it('remembers nothing of what was rolled back', async () => {
    const book = stage.part(ChatBook);
    const inGroup = (id: string) => newIncomingMessage({ from: '1203630@g.us', sender: { id } });
    await book.resolve(stage.accountId, [inGroup('34600000005@c.us')]);
    const good = inGroup('34600000003@c.us');
    // Its contact can be written, its title can't.
    const chat = { id: '34600000004@c.us', kind: 'direct', name: 'a\u0000b' } as const;
    const bad = newIncomingMessage({ chat, sender: { id: chat.id } });
    await expect(book.resolve(stage.accountId, [good, bad])).rejects.toThrow();
    const [parties] = await book.resolve(stage.accountId, [good]);
    expect(await stage.rows('SELECT 1 FROM contacts WHERE id = $1', [parties?.senderId])).toHaveLength(1);
  });

  it(`takes ${NEWCOMERS} newcomers at once`, async () => {
    const messages = Array.from({ length: NEWCOMERS }, (_, index) =>
      newIncomingMessage({ from: `3470000${String(index).padStart(4, '0')}@c.us`, sentAt: LONG_AGO }),
    );
    const queries = jest.spyOn(pg.Client.prototype, 'query');
    await Promise.all(messages.map((message) => stage.part(InboundRecorder).record(stage.accountId, message)));
    const asked = queries.mock.calls.length;
    queries.mockRestore();
    expect(await stage.rows(`SELECT 1 FROM chats WHERE external_id LIKE '3470000%'`)).toHaveLength(NEWCOMERS);
    // One after another each of them would cost several.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(NEWCOMERS / 4);
  });
});
