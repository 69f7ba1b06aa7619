import { newId } from '#kernel';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { ChatLabels } from './chat-labels.service.js';
import type { Facet } from './label-values.js';
import { MessageLabels, type FoundLabel } from './message-labels.service.js';
import { MessageMarks } from './message-marks.service.js';

describe('what is kept of labels', () => {
  let stage: MessagingStage;
  let number = 34_600_700_000;

  beforeAll(async () => {
    stage = await MessagingStage.open({ REPLY_MODE: 'draft' });
  });

  afterAll(() => stage.close());

  async function said(from: string, text = 'hello'): Promise<{ id: string; chatId: string; externalId: string }> {
    const externalId = await stage.say({ from, text });
    const row = await stage.row<{ id: string; chat_id: string }>(
      'SELECT id, chat_id FROM messages WHERE external_id = $1',
      [externalId],
    );
    return { id: row.id, chatId: row.chat_id, externalId };
  }

  const somebody = (): string => `${(number += 1)}@c.us`;
  const found = (messageId: string, facet: Facet, values: string[], extra: Partial<FoundLabel> = {}): FoundLabel => ({
    messageId,
    facet,
    values,
    confidences: values.map(() => 0.9),
    model: 'test',
    reason: null,
    at: new Date(),
    ...extra,
  });
  const labelsOf = async (id: string) => (await stage.part(MessageLabels).of([id]))[0]?.labels;
  const chatLabels = async (id: string) => (await stage.part(ChatLabels).of([id])).get(id);

  it('sums up the chat with each label', async () => {
    const { id, chatId } = await said(somebody());
    await stage
      .part(MessageLabels)
      .store([found(id, 'sentiment', ['negative']), found(id, 'tags', ['urgent', 'payment'])]);
    expect(await labelsOf(id)).toMatchObject({
      sentiment: { value: 'negative', confidence: 0.9, model: 'test', source: 'model' },
      category: null,
      tags: [{ value: 'urgent' }, { value: 'payment' }],
    });
    expect(await chatLabels(chatId)).toMatchObject({
      sentiment: { value: 'negative', confidence: 1 },
      tags: [{ value: 'payment' }, { value: 'urgent' }],
    });
  });

  it('keeps a label when a later try finds none, and what the operator said when it finds another', async () => {
    const { id } = await said(somebody());
    const labels = stage.part(MessageLabels);
    await labels.store([found(id, 'sentiment', ['positive']), found(id, 'category', ['general'])]);
    await labels.correct([{ messageId: id, facet: 'category', values: ['complaint'] }]);
    await labels.store([found(id, 'sentiment', [], { reason: 'not-answered' }), found(id, 'category', ['inquiry'])]);
    expect(await labelsOf(id)).toMatchObject({
      sentiment: { value: 'positive' },
      category: { value: 'complaint', source: 'operator', model: null },
      untagged: [],
    });
    await labels.store([found(id, 'sentiment', ['mixed'])]);
    expect(await labelsOf(id)).toMatchObject({ sentiment: { value: 'mixed' } });
  });

  it('passes over what is gone, and stores the rest', async () => {
    const { id } = await said(somebody());
    await stage
      .part(MessageLabels)
      .store([found(newId(), 'sentiment', ['positive']), found(id, 'sentiment', ['neutral'])]);
    expect(await labelsOf(id)).toMatchObject({ sentiment: { value: 'neutral' } });
  });

  it('goes with its message: deleted on the phone, and with the chat', async () => {
    const from = somebody();
    const { id, chatId, externalId } = await said(from);
    await stage.part(MessageLabels).store([found(id, 'sentiment', ['negative'])]);
    await stage.part(ChatLabels).correct([{ chatId, facet: 'category', values: ['feedback'] }]);
    expect(await chatLabels(chatId)).toMatchObject({ sentiment: { value: 'negative' } });
    await stage.take({ type: 'revoke', chatId: from, id: externalId, at: new Date() });
    expect(await labelsOf(id)).toMatchObject({ sentiment: null });
    expect(await chatLabels(chatId)).toMatchObject({ sentiment: null, category: { value: 'feedback' } });
    await stage.part(MessageLabels).store([found(id, 'sentiment', ['negative'])]);
    expect(await labelsOf(id)).toMatchObject({ sentiment: null });
  });

  it('follows its chat when two chats turn out to be one, and the operator keeps the last word', async () => {
    const [phone, lid] = [somebody(), `${(number += 1)}@lid`];
    const one = await said(phone);
    const other = await said(lid);
    await stage.part(MessageLabels).store([found(one.id, 'tags', ['urgent']), found(other.id, 'tags', ['payment'])]);
    await stage.part(ChatLabels).correct([
      { chatId: one.chatId, facet: 'category', values: ['feedback'] },
      { chatId: other.chatId, facet: 'sentiment', values: ['mixed'] },
    ]);
    await stage.say({ from: lid, sender: { id: lid, phone: `+${phone.split('@')[0]}`, lid } });
    const chats = await stage.rows<{ chat_id: string }>(
      'SELECT DISTINCT chat_id FROM message_labels WHERE message_id = ANY($1::uuid[])',
      [[one.id, other.id]],
    );
    expect(chats).toHaveLength(1);
    expect(await chatLabels(chats[0]?.chat_id ?? '')).toMatchObject({
      category: { value: 'feedback', source: 'operator' },
      sentiment: { value: 'mixed', source: 'operator' },
    });
  });

  it('takes labels of the same messages from many at once', async () => {
    const from = somebody();
    const messages: { readonly id: string }[] = [];
    for (let n = 0; n < 10; n++) messages.push(await said(from));
    const facets: readonly Facet[] = ['tags', 'category', 'sentiment'];
    const writers = Array.from({ length: 20 }, (_, writer) => {
      const shuffled = writer % 2 === 0 ? messages : messages.toReversed();
      return stage
        .part(MessageLabels)
        .store(
          shuffled.flatMap(({ id }) =>
            facets.map((facet) => found(id, facet, [facet === 'tags' ? 'urgent' : 'general'])),
          ),
        );
    });
    await Promise.all(writers);
    const [row] = await stage.rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM message_labels WHERE message_id = ANY($1::uuid[])',
      [messages.map(({ id }) => id)],
    );
    expect(row?.count).toBe(30);
  });

  it('finds messages by any id, the latest where several have one, and few or many at once', async () => {
    const [one, other] = [await said(somebody()), await said(somebody())];
    await stage.rows(`UPDATE messages SET external_id = 'same', sent_at = sent_at - interval '1 day' WHERE id = $1`, [
      one.id,
    ]);
    await stage.rows(`UPDATE messages SET external_id = 'same' WHERE id = $1`, [other.id]);
    const marks = stage.part(MessageMarks);
    const many = Array.from({ length: 100 }, (_, index) => `nobody-${index}`);
    for (const asked of [
      ['same', one.id],
      [...many, 'same', one.id],
    ]) {
      expect([...(await marks.find(asked))].sort()).toEqual(
        [
          ['same', { id: other.id, chatId: other.chatId }] as const,
          [one.id, { id: one.id, chatId: one.chatId }] as const,
        ].sort(),
      );
    }
  });

  it('keeps when something was first read, and forgets it when it is unread again', async () => {
    const { id } = await said(somebody());
    const marks = stage.part(MessageMarks);
    const read = () =>
      stage.row<{ read_at: Date | null; processed_at: Date | null }>(
        'SELECT read_at, processed_at FROM messages WHERE id = $1',
        [id],
      );
    await marks.mark([{ messageId: id, isRead: true }]);
    const first = await read();
    await marks.mark([{ messageId: id, isRead: true, isProcessed: true }]);
    expect((await read()).read_at).toEqual(first.read_at);
    await marks.mark([{ messageId: id, isRead: false }]);
    const last = await read();
    expect([last.read_at, last.processed_at === null]).toEqual([null, false]);
  });
});
