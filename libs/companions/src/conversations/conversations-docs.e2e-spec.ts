import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { curlCalls } from '#testing/app';

import { ChatStage } from '../../testing/chat-stage.js';

const FILE = join(import.meta.dirname, '../../../../docs/conversations.md');

interface Given {
  readonly id?: string;
  readonly conversationId?: string;
}

describe('the curl commands of docs/conversations.md', () => {
  let stage: ChatStage;

  beforeAll(async () => {
    stage = await ChatStage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('do what is written beside them, one after the other', async () => {
    const names = new Map([['TOKEN', (await stage.person()).token]]);
    const fill = (text: string): string => text.replace(/\$([A-Z_]+)/g, (name, key: string) => names.get(key) ?? name);
    const answers: (readonly [string, number, unknown])[] = [];
    for (const { url, method, headers, body } of curlCalls(await readFile(FILE, 'utf8'))) {
      for (const [name, value] of headers) headers.set(name, fill(value));
      const response = await fetch(`${stage.app.url}${fill(url)}`, { method, headers, ...(body && { body }) });
      const text = await response.text();
      const given = (text === '' ? null : JSON.parse(text)) as Given | null;
      if (given?.id) names.set(given.conversationId ? 'MESSAGE_ID' : 'CONVERSATION_ID', given.id);
      answers.push([`${method} ${url.replace('/api/v1', '').replace(/\?.*/, '')}`, response.status, given]);
      if (url.endsWith('/messages') && method === 'POST') await stage.app.drained();
    }
    const one = '/conversations/$CONVERSATION_ID';
    const has = (fields: object): unknown => expect.objectContaining(fields);
    const some = expect.any(Number) as unknown;
    const hello = { content: 'Hello! Do you like fishing?', clientId: 'm-1', type: 'text', senderType: 'user' };
    expect(answers).toEqual([
      ['POST /conversations', 201, has({ status: 'active', channel: 'web', title: null })],
      ['GET /conversations', 200, has({ conversations: [has({ channel: 'web' })], nextCursor: null })],
      [`GET ${one}`, 200, has({ id: names.get('CONVERSATION_ID') })],
      [`PUT ${one}`, 200, has({ title: 'Fishing at dawn' })],
      [`POST ${one}/archive`, 200, has({ status: 'archived' })],
      [`POST ${one}/messages`, 201, has({ ...hello, status: 'delivered' })],
      [
        `GET ${one}/messages`,
        200,
        has({ messages: expect.arrayContaining([has(hello), has({ senderType: 'character' })]), nextCursor: null }),
      ],
      [`PUT ${one}/messages/read`, 200, has({ read: some, readAt: expect.any(String) })],
      [`GET ${one}/messages/search`, 200, has({ messages: expect.arrayContaining([has(hello)]) })],
      ['GET /conversations/search', 200, has({ messages: expect.arrayContaining([has(hello)]) })],
      [`GET ${one}/analytics`, 200, has({ conversations: 1, messages: has({ user: 1 }), tokens: some })],
      ['GET /conversations/analytics', 200, has({ from: '2026-01-01', to: '2026-01-31', conversations: 0 })],
      [`GET ${one}/context`, 200, has({ recentMessages: expect.arrayContaining([has({ role: 'user' })]) })],
      [`GET ${one}/export`, 200, has({ messages: expect.arrayContaining([has(hello)]) })],
      ['POST /messages/$MESSAGE_ID/report', 202, null],
      [`POST ${one}/report`, 202, null],
      ['DELETE /messages/$MESSAGE_ID', 204, null],
      [`DELETE ${one}`, 204, null],
    ]);
    expect((await stage.call('GET', fill(one))).status).toBe(404);
  });
});
