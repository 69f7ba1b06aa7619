import { newIncomingMessage } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { InboundRecorder } from './inbound-recorder.service.js';

const FROM = '34600000001@c.us';

describe('messages that cannot be stored as they are', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  it.each([
    ['NUL in a name', { sender: { id: FROM, name: 'a\u0000b' } }],
    ['a lone surrogate in a name', { sender: { id: FROM, name: 'a\ud800' } }],
    ['NUL in an id', { id: 'A\u0000B' }],
    ['NUL in a quoted id', { quoted: { id: 'A\u0000B', fromMe: false } }],
    ['NUL in a title', { chat: { id: FROM, kind: 'direct', name: 'a\u0000b' } }],
    ['no valid time', { sentAt: new Date(NaN) }],
    ['a time that Postgres does not know', { sentAt: new Date(8.64e15) }],
  ] as const)('cleans %s', async (_, message) => {
    await stage.say({ from: FROM, ...message });
  });

  it('shows a message from the future as sent now', async () => {
    const id = await stage.say({ from: FROM, sentAt: new Date('2099-01-01T00:00:00Z') });
    const { sent_at: sentAt } = await stage.row<{ sent_at: Date }>(
      'SELECT sent_at FROM messages WHERE external_id = $1',
      [id],
    );
    expect(sentAt.getTime()).toBeLessThanOrEqual(Date.now() + 61_000);
  });

  it('puts a poison message aside at its third try, and the chat goes on', async () => {
    const recorder = stage.part(InboundRecorder);
    // A kind that no column can hold stands for whatever we have not thought of.
    const poison = newIncomingMessage({ from: FROM, kind: 'te\u0000xt' as 'text', text: 'poison' });
    const tries = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      tries.push(
        await recorder.record(stage.accountId, poison).then(
          ({ stored }) => stored,
          () => 'rejected',
        ),
      );
    }
    expect(tries).toEqual(['rejected', 'rejected', false]);
    const sql = 'SELECT kind, body, route, route_reason FROM messages WHERE external_id = $1';
    expect(await stage.row(sql, [poison.id])).toEqual({
      kind: 'unknown',
      body: null,
      route: 'skipped',
      route_reason: 'unreadable',
    });
    await expect(recorder.record(stage.accountId, poison)).rejects.toThrow();
  });

  it('gives up on one whose ids cannot be stored', async () => {
    const recorder = stage.part(InboundRecorder);
    const id = Array.from({ length: 4_000 }, (_, index) => (index * 7_919).toString(36)).join('');
    const poison = newIncomingMessage({ from: FROM, id });
    const last = await recorder
      .record(stage.accountId, poison)
      .catch(() => recorder.record(stage.accountId, poison))
      .catch(() => recorder.record(stage.accountId, poison));
    expect(last).toMatchObject({ chatId: null, stored: false });
  });
});
