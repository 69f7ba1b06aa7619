import { newIncomingMessage } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';

describe('a message that can be deciphered at last', () => {
  const FROM = '34600000123@c.us';
  let stage: MessagingStage;

  beforeEach(async () => {
    stage = await MessagingStage.open();
  });

  afterEach(() => stage.close());

  const chat = () =>
    stage.row('SELECT message_count, opted_out_at IS NOT NULL AS out FROM chats WHERE external_id = $1', [FROM]);
  const stored = (id: string) =>
    stage.row('SELECT kind, body IS NOT NULL AS told, route FROM messages WHERE external_id = $1', [id]);

  it.each(['STOP', 'are you there?'])('is as new: %s', async (text) => {
    const sealed = newIncomingMessage({ from: FROM, kind: 'unknown', text: '', sentAt: new Date() });
    await stage.take({ type: 'message', message: sealed });
    await stage.app.drained();
    expect(await stored(sealed.id)).toEqual({ kind: 'unknown', told: false, route: 'skipped' });

    const message = { ...sealed, kind: 'text' as const, text };
    await stage.take({ type: 'message', message, decipheredAtLast: true });
    await stage.app.drained();
    expect(await stored(sealed.id)).toEqual({ kind: 'text', told: true, route: 'turn' });
    expect(await chat()).toEqual({ message_count: 2, out: text === 'STOP' });
  });

  it('replaces nothing that could be read', async () => {
    const message = newIncomingMessage({ from: FROM, text: 'hello', sentAt: new Date() });
    await stage.take({ type: 'message', message });
    await stage.take({ type: 'message', message: { ...message, text: 'another' }, decipheredAtLast: true });
    await stage.app.drained();
    expect(await stored(message.id)).toMatchObject({ kind: 'text', told: true });
    expect(await chat()).toMatchObject({ message_count: 2 });
  });
});
