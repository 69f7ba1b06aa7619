import { newId } from '#kernel';
import { PersonTokens } from '#security';

import { CharactersStage, type Answer } from '../../../testing/characters-stage.js';

interface Person {
  readonly chatId: string;
  readonly contactId: string;
  readonly messageId: string;
  readonly token: string;
}

describe('reports', () => {
  let stage: CharactersStage;
  let ana: Person;
  let ben: Person;

  beforeAll(async () => {
    stage = await CharactersStage.open();
    [ana, ben] = [await person(), await person()];
  });

  afterAll(() => stage.close());

  async function person(): Promise<Person> {
    const { chatId, contactId } = await stage.chat('Hello');
    const [row] = await stage.query<{ id: string }>('SELECT id FROM messages WHERE chat_id = $1 ORDER BY id LIMIT 1', [
      chatId,
    ]);
    const { token } = await stage.part(PersonTokens).issue({ contactId });
    return { chatId, contactId, messageId: row?.id ?? '', token };
  }

  async function report(
    path: string,
    { token, body }: { token?: string; body?: object } = {},
  ): Promise<Answer<unknown>> {
    const response = await stage.app.request(`/api/v1/${path}/report`, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body) }),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  async function reported(chatId: string) {
    const response = await stage.app.request(`/api/safety/incidents?kind=report&chat_id=${chatId}`);
    const { incidents } = (await response.json()) as { incidents: { id: string; message_id: string | null }[] };
    return incidents;
  }

  it('of a message are listed once, without their reason', async () => {
    for (const body of [{ reason: 'canary-reason' }, undefined]) {
      expect(await report(`messages/${ana.messageId}`, { token: ana.token, ...(body && { body }) })).toEqual({
        status: 202,
        body: null,
      });
    }
    const incidents = await reported(ana.chatId);
    expect(incidents).toMatchObject([{ message_id: ana.messageId, contact_id: ana.contactId, handled_at: null }]);
    const [row] = await stage.query<{ all: string }>(
      'SELECT json_agg(safety_incidents)::text AS all FROM safety_incidents',
    );
    expect(row?.all).not.toContain('canary-reason');
  });

  it('of a conversation are listed anew once somebody has looked', async () => {
    const ofChat = async () => (await reported(ben.chatId)).filter(({ message_id }) => message_id === null);
    for (let time = 0; time < 3; time += 1) await report(`conversations/${ben.chatId}`, { token: ben.token });
    const [first, ...others] = await ofChat();
    expect(others).toEqual([]);
    await stage.app.request(`/api/safety/incidents/${first?.id}/handled`, { method: 'POST' });
    await report(`conversations/${ben.chatId}`, { token: ben.token, body: {} });
    expect(await ofChat()).toHaveLength(2);
  });

  it('are taken from operators, of anybody’s', async () => {
    expect((await report(`conversations/${ana.chatId}`)).status).toBe(202);
    expect((await report(`messages/${ben.messageId}`)).status).toBe(202);
  });

  it('are not taken of what is not theirs, or not there', async () => {
    const before = await stage.query('SELECT id FROM safety_incidents ORDER BY id');
    for (const id of [ben.chatId, newId(), 'x', '%00']) {
      expect(await report(`conversations/${id}`, { token: ana.token })).toMatchObject({
        status: 404,
        body: { code: 'conversation.not-found' },
      });
    }
    for (const id of [ben.messageId, newId(), 'x', '%00']) {
      expect(await report(`messages/${id}`, { token: ana.token })).toMatchObject({
        status: 404,
        body: { code: 'message.not-found' },
      });
    }
    expect(await stage.query('SELECT id FROM safety_incidents ORDER BY id')).toEqual(before);
  });

  it('are not taken of a group by one who is in it', async () => {
    await stage.query(`UPDATE chats SET kind = 'group' WHERE id = $1`, [ana.chatId]);
    expect((await report(`conversations/${ana.chatId}`, { token: ana.token })).status).toBe(404);
    expect((await report(`messages/${ana.messageId}`, { token: ana.token })).status).toBe(404);
    await stage.query(`UPDATE chats SET kind = 'direct' WHERE id = $1`, [ana.chatId]);
  });

  it.each([[{ reason: 7 }], [{ reason: 'x'.repeat(2_001) }], [{ why: 'x' }], [[]]])(
    'need no reason, but %j is none',
    async (body) => {
      expect((await report(`conversations/${ana.chatId}`, { token: ana.token, body })).status).toBe(400);
    },
  );
});
