import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { PassThrough, Readable } from 'node:stream';

import { startSimulatorApp, type SimulatorApp } from '#whatsapp/testing';

import type { PhoneEvent } from './phone-event.js';
import { PhoneClient } from './phone-client.js';
import { pipedChat } from './piped-chat.js';

describe('the terminal chat', () => {
  let simulator: SimulatorApp;
  let phone: PhoneClient;

  beforeAll(async () => {
    simulator = await startSimulatorApp();
    const { port } = simulator;
    await port.connect(async (event) => {
      if (event.type !== 'message') return;
      const { id, chat, text } = event.message;
      await port.markRead(chat.id, [id]);
      await port.setTyping(chat.id, true);
      await port.send({
        id: port.newMessageId(),
        chatId: chat.id,
        content: { kind: 'text', text: `you said ${text}` },
      });
    }, simulator.memory);
    phone = client();
  });
  afterAll(() => simulator.close());

  const client = (options: { url?: string; key?: string } = {}) =>
    new PhoneClient({ phone: '+34600000001', name: 'Ana', waitSeconds: 5, ...simulator, ...options });

  it('shows ticks, typing and the reply', async () => {
    const seen: PhoneEvent[] = [];
    const ending = new AbortController();
    let id = '';
    for await (const event of phone.watch(ending.signal)) {
      if (event.type === 'open') id = await phone.write('hello');
      seen.push(event);
      if (seen.length === 6) ending.abort();
    }
    const ticks = seen.flatMap((event) => (event.type === 'ack' && event.id === id ? [event.ack] : []));
    expect([...ticks].sort()).toEqual([1, 2, 3]);
    expect(seen).toContainEqual({ type: 'typing', on: true });
    expect(seen).toContainEqual(expect.objectContaining({ type: 'message', body: 'you said hello' }));
  });

  it('prints the replies to piped text', async () => {
    const output = new PassThrough();
    await pipedChat({ phone, input: Readable.from(['one\ntwo\n']), output, waitSeconds: 10, settledMs: 200 });
    expect(String(output.read())).toBe('you said one\nyou said two\n');
  });

  it.each([
    ['a wrong key', { key: 'wrong' }, 'chat.key-refused'],
    ['nobody there', { url: 'http://127.0.0.1:1' }, 'chat.not-running'],
  ])('says in one line: %s', async (_, options, code) => {
    await expect(client(options).write('hello')).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining('\n'),
    });
  });

  it('says that the connection was lost when the server goes', async () => {
    const other = await startSimulatorApp();
    const lost = async () => {
      for await (const event of client(other).watch(new AbortController().signal)) {
        if (event.type === 'open') await other.close();
      }
    };
    await expect(lost()).rejects.toMatchObject({ code: 'chat.connection-lost' });
  });

  const page: RequestListener = (_, response) => response.end('<h1>It works!</h1>');
  const json: RequestListener = (_, response) => {
    response.setHeader('content-type', 'application/json').end('{"hello":"world"}');
  };
  const refusal: RequestListener = (_, response) => {
    response.writeHead(401, { 'content-type': 'text/html' }).end('who are you?');
  };

  it.each<[string, () => Server]>([
    ['a page', () => createServer(page)],
    ['other JSON', () => createServer(json)],
    ['a refusal of its own', () => createServer(refusal)],
    ['something that is not HTTP', () => createTcpServer((socket) => socket.on('error', () => 0).end('SSH-2.0\r\n'))],
  ])('says that another program listens there, which answers with %s', async (_, listen) => {
    const server = listen().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const stranger = client({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await expect(stranger.write('hello')).rejects.toMatchObject({ code: 'chat.not-secretary' });
    await expect(stranger.watch(new AbortController().signal).next()).rejects.toMatchObject({
      code: 'chat.not-secretary',
    });
    server.close();
  });
});
