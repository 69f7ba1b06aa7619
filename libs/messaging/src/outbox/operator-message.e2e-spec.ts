import { MessagingStage } from '../../testing/messaging-stage.js';

const NUMBER = '+34600000001';

describe('a message of the operator, sent again under its key', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
    await stage.app.phone(NUMBER).say('hello');
    await stage.app.drained();
  });

  afterAll(() => stage.close());

  const send = async (text: string): Promise<{ status: number; id?: string }> => {
    const path = `/api/conversations/chats/${encodeURIComponent(NUMBER)}/messages`;
    const init = { method: 'POST', body: JSON.stringify({ text }), headers: { 'idempotency-key': 'one' } };
    const response = await stage.app.request(path, init);
    return { status: response.status, id: ((await response.json()) as { id?: string }).id };
  };

  it('is the same message, whatever had to be cleaned off its text', async () => {
    const first = await send('a\u0000b\ud800');
    expect(first.status).toBe(202);
    expect(await send('a\u0000b\ud800')).toEqual(first);
    expect((await send('another')).status).toBe(409);
  });
});
