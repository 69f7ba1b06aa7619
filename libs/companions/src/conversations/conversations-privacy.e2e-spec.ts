import { ChatStage, type ChatPerson } from '../../testing/chat-stage.js';
import type { ConversationDto } from './rest/conversation-answer.dto.js';

/** Where something is kept of a conversation itself, by the chat's id. */
const OF_A_CHAT = ['messages', 'message_traits', 'turns', 'outbox', 'archives', 'person_events'];

describe('what is kept of conversations', () => {
  let stage: ChatStage;
  let ana: ChatPerson;

  beforeAll(async () => {
    stage = await ChatStage.open();
    ana = await stage.person();
  });

  afterAll(async () => {
    await stage.close();
  });

  /** Tables that hold the word, as text or within bytes. */
  async function tablesWith(word: string): Promise<string[]> {
    const hex = Buffer.from(word).toString('hex');
    const tables = await stage.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await stage.query<{ hit: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM ${name} AS kept WHERE kept::text ILIKE $1 OR kept::text ILIKE $2) AS hit`,
        [`%${word}%`, `%${hex}%`],
      );
      if (row?.hit) found.push(name);
    }
    return found;
  }

  it('is sealed: texts, titles and topics', async () => {
    const { id } = await ana.begin('default', { title: 'About my quokkatitle' });
    await ana.say(id, 'My quokkatopic is ill, I talk of my quokkatopic.');
    await stage.app.drained();
    await ana.say(id, 'What shall I do with my quokkatopic?');
    await stage.app.drained();
    const { body } = await ana.call<ConversationDto>('GET', `/conversations/${id}`);
    expect(body).toMatchObject({ title: 'About my quokkatitle', state: { currentTopic: 'quokkatopic' } });
    expect(await tablesWith('quokkat')).toEqual([]);
    expect(await tablesWith(id)).toEqual(expect.arrayContaining(['public.conversations', 'public.messages']));
  });

  it('is gone with the conversation, but for the row that says so', async () => {
    const { id } = await ana.begin('default', { title: 'Gone' });
    await ana.say(id, 'Remember nothing of this');
    await stage.app.drained();
    expect((await ana.call('DELETE', `/conversations/${id}`)).status).toBe(204);
    expect((await ana.call('DELETE', `/conversations/${id}`)).status).toBe(404);
    const { socket } = await ana.listen();
    expect(await socket.emitWithAck('conversation:join', { conversationId: id })).toMatchObject({ ok: false });
    expect(await socket.emitWithAck('message:send', { conversationId: id, content: 'x' })).toMatchObject({ ok: false });
    const left: string[] = [];
    for (const table of OF_A_CHAT) {
      const rows = await stage.query<{ event?: string }>(`SELECT * FROM ${table} WHERE chat_id = $1`, [id]);
      // That it was deleted is told to the person's other devices.
      if (rows.some(({ event }) => event !== 'conversation:updated')) left.push(table);
    }
    expect(left).toEqual([]);
    const [row] = await stage.query('SELECT status, said, mood, intent FROM conversations WHERE chat_id = $1', [id]);
    expect(row).toEqual({ status: 'deleted', said: null, mood: null, intent: null });
  });

  it('leaves with its export, whole', async () => {
    const { id } = await ana.begin();
    for (const text of ['one', 'two', 'three']) {
      await ana.say(id, text);
      await stage.app.drained();
    }
    const { body } = await ana.call<{ format: string; conversation: { id: string }; messages: unknown[] }>(
      'GET',
      `/conversations/${id}/export`,
    );
    expect(body).toMatchObject({ format: 'secretary-conversation/1', conversation: { id } });
    expect(body.messages.reverse()).toEqual(await ana.said(id));
  });
});
