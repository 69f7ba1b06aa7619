import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { io, type Socket } from 'socket.io-client';
import { parse } from 'yaml';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

const FILE = join(import.meta.dirname, '../../../docs/asyncapi.yaml');

interface Description {
  readonly components: {
    readonly schemas: Readonly<Record<string, Record<string, unknown>>>;
    readonly messages: Readonly<
      Record<string, { readonly payload: object; readonly 'x-ack'?: object; readonly 'x-offset'?: boolean }>
    >;
  };
}

interface Heard {
  readonly event: string;
  readonly values: readonly unknown[];
}

describe('what comes over the sockets', () => {
  let database: TestDatabase;
  let app: TestApp;
  let description: Description;
  const sockets: Socket[] = [];
  const heard: Heard[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: { MESSAGE_RATE_LIMIT: '3/minute' } });
    description = parse(await readFile(FILE, 'utf8')) as Description;
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await app.stop();
    await database.drop();
  });

  /** A check of what stands in the document, which refuses fields that do not. */
  function checkOf(schema: object): ValidateFunction {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const closed = Object.entries(description.components.schemas).map(([name, one]) => [
      name,
      { ...one, ...(one.type === 'object' && { additionalProperties: false }) },
    ]);
    const text = JSON.stringify({ ...schema, $defs: Object.fromEntries(closed) as object });
    return ajv.compile(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as object);
  }

  async function call<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
    const response = await app.request(`/api/v1${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  function open(token: string): Socket {
    const socket = io(app.url, { auth: { token }, transports: ['websocket'], forceNew: true });
    socket.onAny((event: string, ...values: unknown[]) => heard.push({ event, values }));
    sockets.push(socket);
    return socket;
  }

  it('is as docs/asyncapi.yaml says, event by event and field by field', async () => {
    const { token } = await call<{ token: string }>('POST', '/tokens', { userId: 'events', name: 'Ana' });
    const { id: conversationId } = await call<{ id: string }>(
      'POST',
      '/conversations',
      { characterId: 'default' },
      token,
    );
    const [phone, laptop] = [open(token), open(token)];
    const acks: [string, unknown][] = [];
    const say = async (event: string, payload: object): Promise<unknown> => {
      const ack: unknown = await phone.timeout(10_000).emitWithAck(event, payload);
      acks.push([event, ack]);
      return ack;
    };
    await say('conversation:join', { conversationId });
    await laptop.timeout(10_000).emitWithAck('conversation:join', { conversationId });
    await say('typing:start', { conversationId });
    await say('typing:stop', { conversationId });
    const { id: messageId } = (await say('message:send', { conversationId, content: 'Hello!', clientId: 'c-1' })) as {
      id: string;
    };
    // Without an id of the client's own, too.
    await say('message:send', { conversationId, content: 'And hello again!' });
    const has = (event: string) =>
      waitFor(() => heard.some((one) => one.event === event), { what: event, timeoutMs: 15_000 });
    await waitFor(
      () =>
        heard.some(
          ({ event, values: [message] }) =>
            event === 'message:received' && (message as { responseId?: string }).responseId !== undefined,
        ),
      { what: 'the answer', timeoutMs: 15_000 },
    );
    await call('PUT', `/conversations/${conversationId}/messages/read`, {}, token);
    await call('PUT', `/conversations/${conversationId}`, { title: 'A title' }, token);
    await call('DELETE', `/messages/${messageId}`, undefined, token);
    // Without an acknowledgement, what is refused comes as an event.
    phone.emit('message:send', { conversationId, content: '' });
    const refused: unknown = await phone.timeout(10_000).emitWithAck('message:send', { conversationId, content: '' });
    await say('conversation:leave', { conversationId });

    const told = Object.entries(description.components.messages).filter(([, message]) => !('x-ack' in message));
    for (const [event] of told) if (event !== 'realtime:missed') await has(event);
    for (const [event, { payload, 'x-offset': hasOffset = false }] of told) {
      const check = checkOf(payload);
      for (const { values } of heard.filter((one) => one.event === event)) {
        check(values[0]);
        expect([event, check.errors ?? []]).toEqual([event, []]);
        expect([event, typeof values.at(-1) === 'string']).toEqual([event, hasOffset]);
      }
    }
    for (const [event, ack] of acks) {
      const check = checkOf(description.components.messages[event]?.['x-ack'] ?? {});
      check(ack);
      expect([event, check.errors ?? []]).toEqual([event, []]);
    }
    const failed = checkOf({ $ref: '#/components/schemas/FailedAck' });
    failed(refused);
    expect(failed.errors ?? []).toEqual([]);
    // And nothing comes that the document does not know.
    const known = new Set(told.map(([event]) => event));
    expect(heard.map(({ event }) => event).filter((event) => !known.has(event))).toEqual([]);
  }, 60_000);
});
