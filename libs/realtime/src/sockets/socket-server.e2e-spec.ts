import { once } from 'node:events';
import { connect } from 'node:net';

import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { FakeConversations } from '../../testing/fake-conversations.js';
import { Listener, type ListenerOptions } from '../../testing/listener.js';
import { PeopleStage, tokenOf } from '../../testing/people-stage.js';
import { SocketServer } from './socket-server.service.js';

const SITE = 'https://chat.example';
const path = '/chat/sockets';

describe('where the sockets are', () => {
  const conversations = new FakeConversations();
  let database: TestDatabase;
  let stage: PeopleStage;
  let second: string;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await PeopleStage.start(database.url, conversations, {
      WEBSOCKET_PORT: '0',
      WEBSOCKET_PATH: path,
      WEBSOCKET_ORIGINS: SITE,
    });
    second = `http://127.0.0.1:${stage.app.get(SocketServer, { strict: false }).port}`;
  });

  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
  });

  afterAll(async () => {
    await stage.stop();
    await database.drop();
  });

  async function enter(url: string, options: ListenerOptions = {}): Promise<Listener> {
    const listener = await Listener.connected(url, { token: tokenOf(newId()), path, ...options });
    listeners.push(listener);
    return listener;
  }

  it.each([
    ['websocket', 'the first'],
    ['websocket', 'the second'],
    ['polling', 'the first'],
    ['polling', 'the second'],
  ] as const)('%s is answered on %s port, at the path that is set', async (transport, port) => {
    const chatId = conversations.open(newId());
    const token = tokenOf(conversations.ownerOf(chatId));
    const person = await enter(port === 'the second' ? second : stage.url, { token, transports: [transport] });
    await person.says('conversation:join', { conversationId: chatId });
    stage.happens(chatId, 'hello');
    await waitFor(() => person.of('message:received').length > 0, { what: 'the message' });
  });

  it('a client that begins with polling goes over to a WebSocket on the second port, too', async () => {
    const person = await enter(second, { transports: ['polling', 'websocket'], origin: SITE });
    await waitFor(() => person.socket.io.engine.transport.name === 'websocket', { what: 'the upgrade' });
  });

  it('nothing else is on the second port', async () => {
    for (const address of ['/', '/health/live', '/socket.io/?EIO=4&transport=polling', `${path}else/`]) {
      const response = await fetch(`${second}${address}`);
      expect([address, response.status]).toEqual([address, 404]);
    }
    const stranger = Listener.open(second, { token: tokenOf(newId()) });
    listeners.push(stranger);
    await waitFor(() => stranger.refusals.length > 0, { what: 'a refusal' });
  });

  it('the second port keeps no process from ending, whoever holds a connection to it', async () => {
    const ending = await PeopleStage.start(database.url, conversations, { WEBSOCKET_PORT: '0' });
    const port = ending.app.get(SocketServer, { strict: false }).port ?? 0;
    const [silent, slow] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all([once(silent, 'connect'), once(slow, 'connect')]);
    slow.write('GET /socket.io/?EIO=4 HTTP/1.1\r\nHost: loc');
    for (const socket of [silent, slow]) socket.on('error', () => undefined).resume();
    await ending.stop();
    await waitFor(() => silent.closed && slow.closed, { what: 'the end of the connections' });
  }, 20_000);

  it('a site that is named may open sockets, and no other', async () => {
    const allowed = await fetch(`${stage.url}${path}/?EIO=4&transport=polling`, { headers: { origin: SITE } });
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, SITE]);
    const origin = 'https://elsewhere.example';
    const refused = await fetch(`${stage.url}${path}/?EIO=4&transport=polling`, { headers: { origin } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await enter(stage.url, { origin: SITE })).socket.connected).toBe(true);
    const stranger = Listener.open(stage.url, { token: tokenOf(newId()), origin, path });
    listeners.push(stranger);
    await waitFor(() => stranger.refusals.length > 0, { what: 'a refusal' });
    expect(stranger.socket.connected).toBe(false);
  });
});
