import { once } from 'node:events';
import { connect } from 'node:net';

import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp, TestProcess } from '#testing/app';

import { Listener } from '../../testing/listener.js';
import { StuckListener } from '../../testing/stuck-listener.js';
import { news } from '../../testing/test-events.js';
import { Realtime } from '../publish/realtime.service.js';

/** More than the kernel buffers of a connection on loopback hold, in texts of 7,500 characters. */
const MOST_TEXTS = 3_000;
const AT_ONCE = 100;

describe('sockets that give trouble', () => {
  let database: TestDatabase;
  let app: TestApp;
  let program: TestProcess | undefined;
  const clients: { close(): void }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  afterAll(async () => {
    await program?.end('SIGKILL');
    await app.stop();
    await database.drop();
  });

  async function listen(url = app.url, transport: 'websocket' | 'polling' = 'websocket'): Promise<Listener> {
    const listener = await Listener.connected(url, { token: TEST_API_KEY, transports: [transport] });
    clients.push(listener);
    return listener;
  }

  async function readNothing(url = app.url): Promise<StuckListener> {
    const listener = await StuckListener.stuck(url, TEST_API_KEY);
    clients.push(listener);
    return listener;
  }

  it('a client that does not read is cut, and the others hear everything', async () => {
    const [reader, stuck] = [await listen(), await readNothing()];
    const realtime = app.app.get(Realtime, { strict: false });
    const isCut = async () =>
      /^realtime_cut_total\{reason="slow"\} 1$/m.test(await (await app.request('/metrics')).text());
    let texts = 0;
    while (texts < MOST_TEXTS && !(await isCut())) {
      for (const end = texts + AT_ONCE; texts < end; texts += 1) realtime.publish(news('x'.repeat(7_500)));
      await reader.hears(texts);
    }
    expect(await isCut()).toBe(true);
    expect(reader.ends).toEqual([]);
    stuck.resume();
    await waitFor(() => stuck.ended, { what: 'the end of the connection' });
  }, 60_000);

  it('tells everybody to read again after the connection for events was lost', async () => {
    const listener = await listen();
    await app.app.get(DataSource).query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'secretary-events' AND datname = current_database()`,
    );
    expect(await listener.hears(1)).toEqual([{ event: 'realtime:missed', payload: {} }]);
    app.app.get(Realtime, { strict: false }).publish(news('back'));
    expect((await listener.hears(2))[1]).toEqual({ event: 'test:read', payload: { text: 'back' } });
  });

  it.each([
    ['a body', 'POST /api/keys', '{"name":"upgraded","scopes":["tests:read"]}', '201 Created'],
    ['no body', 'GET /health/live', '', '200 OK'],
    ['no key', 'GET /nowhere', '', '401 Unauthorized'],
  ])('answers who offers another protocol as everybody else: %s', async (what, request, body, status) => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const head = [
      `${request} HTTP/1.1`,
      'Host: localhost',
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
      ...(what === 'no key' ? [] : [`Authorization: Bearer ${TEST_API_KEY}`]),
      ...(body ? ['Content-Type: application/json', `Content-Length: ${body.length}`] : []),
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    // The body in a packet of its own, as clients send it.
    if (body) socket.write(body);
    await once(socket, 'close');
    expect(answer).toMatch(`HTTP/1.1 ${status}\r\n`);
  });

  it('get the headers that every answer has', async () => {
    const { status, headers } = await fetch(`${app.url}/socket.io/?EIO=4&transport=polling`);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keep no process from ending, whether they read or not', async () => {
    program = await TestProcess.start(database.url, {}, 'api');
    const { url } = program;
    const [websocket, polling] = await Promise.all([listen(url), listen(url, 'polling'), readNothing(url)]);
    expect(await program.end('SIGTERM')).toBe(0);
    await waitFor(() => websocket.ends.length > 0 && polling.ends.length > 0, { what: 'the end of the sockets' });
    // After this the library tries to come back, to whatever runs there next.
    expect(websocket.ends).toEqual(['transport close']);
    expect(polling.ends).toEqual([expect.stringMatching(/^transport (close|error)$/)]);
    expect(program.output).not.toContain(TEST_API_KEY);
  }, 60_000);
});
