import { newId } from '#kernel';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { HistoryWriter, type HistoricMessage } from '../history/history-writer.service.js';

interface Figures {
  readonly external_id: string;
  readonly message_count: number;
  readonly first_message_at: Date | null;
  readonly stored: number;
  readonly first: Date | null;
}

/** What a chat's row says, beside what is there, archived or not. */
const FIGURES_SQL = `
SELECT external_id, message_count, first_message_at,
  (SELECT count(*)::integer FROM messages WHERE chat_id = chats.id)
    + (SELECT coalesce(sum(message_count), 0)::integer FROM archives WHERE chat_id = chats.id) AS stored,
  least((SELECT min(sent_at) FROM messages WHERE chat_id = chats.id),
    (SELECT min(first_message_at) FROM archives WHERE chat_id = chats.id)) AS first
FROM chats`;

describe('what a chat says of its messages', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  afterEach(async () => {
    const chats = await stage.rows<Figures>(FIGURES_SQL);
    expect(chats.length).toBeGreaterThan(0);
    for (const { message_count, first_message_at, stored, first } of chats) {
      expect({ message_count, first_message_at }).toEqual({ message_count: stored, first_message_at: first });
    }
  });

  const past = (id: string, sentAt: string, externalId = 'a'): HistoricMessage => ({
    externalId: id,
    sender: { externalId },
    fromMe: false,
    kind: 'text',
    text: id,
    sentAt: new Date(sentAt),
  });

  it('holds for what comes in, in any order and repeated', async () => {
    const from = '34600000101@c.us';
    for (const [id, day] of [
      ['b', '2026-01-02'],
      ['a', '2026-01-01'],
      ['c', '2026-01-03'],
      ['a', '2026-01-01'],
    ]) {
      await stage.say({ from, id, sentAt: new Date(day!) });
    }
    const take = { sentAt: new Date('2025-12-31'), from };
    await Promise.all(Array.from({ length: 5 }, () => stage.say({ ...take, id: 'zero' })));
    await stage.say({ from, id: 'future', sentAt: new Date('2099-01-01') });
    const [chat] = await stage.rows<Figures>(`${FIGURES_SQL} WHERE external_id = $1`, [from]);
    expect(chat).toMatchObject({ message_count: 5, first_message_at: new Date('2025-12-31') });
  });

  it('holds for edits and deletions, and for what we answer', async () => {
    const phone = stage.app.phone('+34600000102');
    await phone.say('hello');
    await stage.app.drained();
    const from = '34600000102@c.us';
    await stage.say({ from, id: 'gone', sentAt: new Date('2026-01-01') });
    await stage.take({ type: 'revoke', chatId: from, id: 'gone', at: new Date() });
    const [chat] = await stage.rows<Figures>(`${FIGURES_SQL} WHERE external_id = $1`, [from]);
    expect(chat!.message_count).toBeGreaterThanOrEqual(3);
  });

  it('holds when we write first', async () => {
    const [chat] = await stage.rows<{ id: string }>(`SELECT id FROM chats WHERE external_id = '34600000102@c.us'`);
    await stage.rows('UPDATE chats SET message_count = 0, first_message_at = NULL WHERE id = $1', [chat!.id]);
    await stage.rows('DELETE FROM messages WHERE chat_id = $1', [chat!.id]);
    const sent = await stage.app.request(`/api/conversations/chats/${chat!.id}/messages`, {
      method: 'POST',
      body: JSON.stringify({ text: 'Good morning' }),
    });
    expect(sent.status).toBeLessThan(300);
    await stage.app.drained();
    const [figures] = await stage.rows<Figures>(`${FIGURES_SQL} WHERE id = $1`, [chat!.id]);
    expect(figures!.message_count).toBe(1);
  });

  it('holds for a past that is written twice, and longer', async () => {
    const history = stage.part(HistoryWriter);
    const { chatId } = await history.openChat(stage.accountId, { externalId: '34600000103@c.us', kind: 'direct' });
    await history.write(chatId, [past('1', '2020-01-02'), past('2', '2020-01-03')]);
    await history.write(chatId, [past('0', '2020-01-01'), past('1', '2020-01-02')]);
    await history.write(chatId, [past('1', '2020-01-02')]);
    const [chat] = await stage.rows<Figures>(`${FIGURES_SQL} WHERE id = $1`, [chatId]);
    expect(chat).toMatchObject({ message_count: 3, first_message_at: new Date('2020-01-01') });
  });

  it('holds when two chats turn out to be one, also for a message that both have under different times', async () => {
    const [pn, lid] = ['34600000104@c.us', '990104@lid'];
    await stage.say({ from: pn, id: 'own', sentAt: new Date('2026-01-05') });
    await stage.say({ from: pn, id: 'doubled', sentAt: new Date('2026-01-01') });
    await stage.say({ from: lid, id: 'doubled', sentAt: new Date('2026-01-02') });
    await stage.say({ from: lid, id: 'other', sentAt: new Date('2026-01-03') });
    await stage.say({ from: lid, sender: { id: lid, phone: '+34600000104', lid }, sentAt: new Date('2026-01-04') });
    const chats = await stage.rows<Figures>(`${FIGURES_SQL} WHERE external_id IN ($1, $2)`, [pn, lid]);
    expect(chats).toHaveLength(1);
    expect(chats[0]!.message_count).toBe(4);
  });

  it('holds when one of the two is archived', async () => {
    const [pn, lid] = ['34600000105@c.us', '990105@lid'];
    await stage.say({ from: pn, id: 'live', sentAt: new Date('2026-01-05') });
    await stage.say({ from: lid, id: 'put-away', sentAt: new Date('2026-01-03') });
    await stage.rows(
      `WITH chat AS (SELECT * FROM chats WHERE external_id = $1), gone AS (DELETE FROM messages WHERE external_id = 'put-away')
       INSERT INTO archives (id, chat_id, account_id, subject_id, state, requested_by, message_count, first_message_at, last_message_at, store,
         codec, stored_bytes, original_bytes, sha256, created_at)
       SELECT $2, id, account_id, subject_id, 'complete', 'test', 1, first_message_at, last_message_at, 'postgres', 'none', 0, 0, '', now() FROM chat`,
      [lid, newId()],
    );
    await stage.say({ from: lid, sender: { id: lid, phone: '+34600000105', lid }, sentAt: new Date('2026-01-04') });
    const chats = await stage.rows<Figures>(`${FIGURES_SQL} WHERE external_id IN ($1, $2)`, [pn, lid]);
    expect(chats).toMatchObject([{ message_count: 3, first_message_at: new Date('2026-01-03') }]);
  });
});
