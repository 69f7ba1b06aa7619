import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ChatStage, type ChatPerson, type Problem } from '../../testing/chat-stage.js';
import type { ConversationDto } from './rest/conversation-answer.dto.js';
import type { ConversationMessageDto } from './rest/message-answer.dto.js';

const API = join(import.meta.dirname, '../../../../docs/openapi.json');

interface Operation {
  readonly 'x-people'?: boolean;
}

/** What routes need to get as far as looking for what is in their address. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /conversations/{id}/messages': { content: 'Hello' },
  'PUT /conversations/{id}': { title: 'Mine' },
};
const QUERIES: Readonly<Record<string, string>> = { 'GET /conversations/{id}/messages/search': '?q=hello' };

describe('what is of other people', () => {
  let stage: ChatStage;
  let ana: ChatPerson;
  let ben: ChatPerson;
  let conversation: ConversationDto;
  let message: ConversationMessageDto;
  let routes: readonly (readonly [string, string])[];

  beforeAll(async () => {
    stage = await ChatStage.open();
    [ana, ben] = [await stage.person(), await stage.person()];
    conversation = await ana.begin();
    message = await ana.say(conversation.id, 'Hello there');
    await stage.app.drained();
    const { paths } = JSON.parse(await readFile(API, 'utf8')) as { paths: Record<string, Record<string, Operation>> };
    routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => operation['x-people'])
        .map(([method]) => [method.toUpperCase(), path.replace('/api/v1', '')] as const),
    );
  });

  afterAll(async () => {
    await stage.close();
  });

  function addressOf(path: string): string {
    const id = path.startsWith('/conversations') ? conversation.id : 'default';
    return path
      .replace('{id}', id)
      .replace('{messageId}', message.id)
      .replace('{userId}', conversation.userId)
      .replace('{memoryId}', message.id);
  }

  it('is not there, on any route that people may call', async () => {
    const named = routes.filter(([, path]) => /\{(messageId|userId)\}|^\/conversations\/\{id\}/.test(path));
    expect(named.length).toBeGreaterThanOrEqual(16);
    const answers: (readonly [string, number])[] = [];
    for (const [method, path] of named) {
      const route = `${method} ${path}`;
      const body = BODIES[route] ?? (method === 'GET' || method === 'DELETE' ? undefined : {});
      const { status } = await ben.call(method, addressOf(path) + (QUERIES[route] ?? ''), body);
      answers.push([route, status]);
    }
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
    const kept = { id: message.id, content: message.content };
    expect(await ana.said(conversation.id)).toContainEqual(expect.objectContaining(kept));
    expect((await ana.call<ConversationDto>('GET', `/conversations/${conversation.id}`)).body.title).toBeNull();
  });

  it('is in no list and no search', async () => {
    const list = await ben.call<{ conversations: unknown[] }>('GET', '/conversations?status=all');
    const found = await ben.call<{ messages: unknown[] }>('GET', '/conversations/search?q=hello');
    const figures = await ben.call<{ conversations: number; messages: object }>('GET', '/conversations/analytics');
    expect([list.body.conversations, found.body.messages]).toEqual([[], []]);
    expect(figures.body).toMatchObject({ conversations: 0, messages: { total: 0 } });
    expect(await ben.call<Problem>('GET', `/conversations?userId=${conversation.userId}`)).toMatchObject({
      status: 404,
      body: { code: 'person.not-found' },
    });
  });

  it('cannot be begun in their name', async () => {
    const wish = { characterId: 'default', userId: conversation.userId };
    expect(await ben.call<Problem>('POST', '/conversations', wish)).toMatchObject({
      status: 404,
      body: { code: 'person.not-found' },
    });
  });

  it('cannot be joined by a socket, nor written to', async () => {
    const { socket, heard } = await ben.listen();
    const { id } = conversation;
    for (const [event, payload] of [
      ['conversation:join', { conversationId: id }],
      ['message:send', { conversationId: id, content: 'Hello' }],
      ['typing:start', { conversationId: id }],
    ] as const) {
      expect(await socket.emitWithAck(event, payload)).toMatchObject({ ok: false });
    }
    await ana.say(id, 'Nobody else hears this');
    await stage.app.drained();
    expect(heard).toEqual([]);
  });

  it('is seen with an API key', async () => {
    const { body } = await stage.call<{ conversations: ConversationDto[] }>(
      'GET',
      `/conversations?userId=${conversation.userId}`,
    );
    expect(body.conversations.map(({ id }) => id)).toEqual([conversation.id]);
  });
});
