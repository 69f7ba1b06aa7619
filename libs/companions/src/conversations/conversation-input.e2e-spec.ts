import { ChatStage, type ChatPerson, type Problem } from '../../testing/chat-stage.js';
import type { ConversationMessagePageDto } from './rest/message-answer.dto.js';

const MISSING = '00000000-0000-7000-8000-000000000000';

describe('conversations refuse', () => {
  let stage: ChatStage;
  let ana: ChatPerson;
  let id: string;

  beforeAll(async () => {
    stage = await ChatStage.open();
    ana = await stage.person();
    ({ id } = await ana.begin());
  });

  afterAll(async () => {
    await stage.close();
  });

  it.each([
    ['an empty text', { content: '' }, 'message.empty'],
    ['white space', { content: ' \n\t ' }, 'message.empty'],
    ['2,001 units', { content: 'a'.repeat(2_001) }, 'message.too-long'],
    ['an image', { content: 'x', type: 'image' }, 'message.type-unsupported'],
    ['an unknown type', { content: 'x', type: 'video' }, 'request.invalid'],
    ['no content', {}, 'request.invalid'],
    ['a number', { content: 5 }, 'request.invalid'],
    ['null', { content: null }, 'request.invalid'],
    ['an unknown field', { content: 'x', to: 'you' }, 'request.invalid'],
    ['a client id of a wrong form', { content: 'x', clientId: 'a b' }, 'request.invalid'],
  ])('a message with %s', async (_, body, code) => {
    const { status, body: problem } = await ana.call<Problem>('POST', `/conversations/${id}/messages`, body);
    expect([status >= 400 && status < 500, problem.code]).toEqual([true, code]);
  });

  it.each([
    ['limit=0'],
    ['limit=-1'],
    ['limit=1e9'],
    ['limit=NaN'],
    ['limit=201'],
    ['cursor=forged'],
    ['offset=-1'],
    ['offset=x'],
    ['limit=1&limit=2'],
    ['unknown=1'],
  ])('a page of messages with %s', async (query) => {
    expect((await ana.call('GET', `/conversations/${id}/messages?${query}`)).status).toBe(400);
  });

  it.each([['limit=101'], ['status=deleted'], ['channel=mail'], ['cursor=x'], ['status=all&status=all']])(
    'a list with %s',
    async (query) => {
      expect((await ana.call('GET', `/conversations?${query}`)).status).toBe(400);
    },
  );

  it.each([['from=2026-02-30'], ['from=x'], ['from=2026-02-02&to=2026-02-01'], ['from=1999-01-01'], ['to=9999-12-31']])(
    'figures with %s',
    async (query) => {
      expect((await ana.call('GET', `/conversations/analytics?${query}`)).status).toBe(400);
    },
  );

  it.each([
    ['a title of two lines', { title: 'a\nb' }],
    ['a long title', { title: 'a'.repeat(121) }],
    ['an empty title', { title: '' }],
    ['status deleted', { status: 'deleted' }],
    ['an unknown field', { name: 'x' }],
  ])('a change with %s', async (_, body) => {
    expect((await ana.call('PUT', `/conversations/${id}`, body)).status).toBe(400);
  });

  it.each([['no-uuid'], [MISSING], ['%00'], ['..%2f..%2fkeys'], ['a'.repeat(300)]])(
    'the conversation %s',
    async (name) => {
      for (const path of ['', '/messages', '/analytics', '/export']) {
        const { status } = await ana.call('GET', `/conversations/${name}${path}`);
        expect([400, 404, 414]).toContain(status);
      }
      expect([400, 404, 414]).toContain((await ana.call('DELETE', `/messages/${name}`)).status);
    },
  );

  it('a cursor of another list', async () => {
    const other = await ana.begin();
    for (const text of ['one', 'two']) await ana.say(other.id, text);
    await stage.app.drained();
    const { body } = await ana.call<ConversationMessagePageDto>('GET', `/conversations/${other.id}/messages?limit=1`);
    const path = `/conversations/${id}/messages?cursor=${body.nextCursor}`;
    expect((await ana.call<Problem>('GET', path)).body.code).toBe('cursor.invalid');
  });

  it('an Idempotency-Key beside another client id', async () => {
    const response = await fetch(`${stage.app.url}/api/v1/conversations/${id}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ana.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'one',
      },
      body: JSON.stringify({ content: 'x', clientId: 'other' }),
    });
    expect(response.status).toBe(400);
  });
});
