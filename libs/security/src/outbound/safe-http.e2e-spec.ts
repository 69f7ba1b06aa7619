import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { OutboundAllowList } from './outbound-allow-list.js';
import { SafeHttp, type ResolvedAddress } from './safe-http.service.js';

const LOOPBACK: ResolvedAddress = { address: '127.0.0.1', family: 4 };
const coded = (code: string, details?: object): unknown =>
  expect.objectContaining({ code, ...(details && { details }) }) as Error;

describe('SafeHttp', () => {
  let server: Server;
  let port: number;
  let answer: RequestListener;
  let calls: { method?: string; url?: string; host?: string; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const { method, url, headers } = request;
        calls.push({ method, url, host: headers.host, body });
        answer(request, response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });

  beforeEach(() => {
    calls = [];
    answer = (_, response) => response.end('fine');
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const allowing = (...entries: string[]) => new SafeHttp(new OutboundAllowList(entries));

  it('brings a body to a host that the operator allowed, and the answer back', async () => {
    const { status, body } = await allowing('127.0.0.1').send({
      url: `http://127.0.0.1:${port}/hook?a=1`,
      method: 'POST',
      body: '{"é":1}',
    });
    expect([status, body.toString()]).toEqual([200, 'fine']);
    expect(calls).toEqual([{ method: 'POST', url: '/hook?a=1', host: `127.0.0.1:${port}`, body: '{"é":1}' }]);
  });

  it('goes to the address that it checked, under the name it was given', async () => {
    const http = new SafeHttp(new OutboundAllowList(['hooks.example']), () => Promise.resolve([LOOPBACK]));
    await http.send({ url: `http://hooks.example:${port}/`, method: 'GET' });
    expect(calls).toMatchObject([{ host: `hooks.example:${port}` }]);
  });

  it.each([
    ['the loopback', 'localhost', undefined],
    ['a public name of a private address', 'evil.example', [LOOPBACK]],
    ['a name with a good and a bad address', 'evil.example', [{ address: '8.8.8.8', family: 4 }, LOOPBACK]],
    ['a mapped address', 'evil.example', [{ address: '::ffff:127.0.0.1', family: 6 }]],
  ])('calls nobody at %s', async (_, host, addresses) => {
    const http = new SafeHttp(new OutboundAllowList([]), addresses && (() => Promise.resolve(addresses)));
    const sent = http.send({ url: `https://${host}:${port}/`, method: 'GET' });
    await expect(sent).rejects.toEqual(coded('outbound.refused', { reason: 'private-address' }));
    expect(calls).toEqual([]);
  });

  it('looks a name up once: what it says a moment later does not count', async () => {
    let asked = 0;
    const rebinding = () => Promise.resolve([(asked += 1) === 1 ? { address: '192.0.2.1', family: 4 } : LOOPBACK]);
    const http = new SafeHttp(new OutboundAllowList(['192.0.2.0/24']), rebinding);
    const sent = http.send({ url: `https://rebinding.example:${port}/`, method: 'GET', timeoutMs: 300 });
    await expect(sent).rejects.toMatchObject({ retryable: true });
    expect(asked).toBe(1);
    expect(calls).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %d', async (status) => {
    answer = (_, response) => response.writeHead(status, { location: '/elsewhere' }).end();
    const sent = allowing('127.0.0.1').send({ url: `http://127.0.0.1:${port}/`, method: 'GET' });
    await expect(sent).rejects.toEqual(coded('outbound.redirect', { status }));
    expect(calls).toHaveLength(1);
  });

  it('takes no more than it was told to, and does not repeat it', async () => {
    answer = (_, response) => response.end('canary'.repeat(1_000));
    const sent = allowing('127.0.0.1').send({ url: `http://127.0.0.1:${port}/`, method: 'GET', maxBytes: 1_000 });
    const error: unknown = await sent.catch((thrown: unknown) => thrown);
    expect(error).toEqual(coded('outbound.too-large'));
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('canary');
  });

  it('does not wait for a body that nobody wants to read', async () => {
    answer = (_, response) => void response.writeHead(202).write('canary'.repeat(100_000));
    const { status, body } = await allowing('127.0.0.1').send({
      url: `http://127.0.0.1:${port}/`,
      method: 'POST',
      body: '{}',
      statusOnly: true,
    });
    expect([status, body.length]).toEqual([202, 0]);
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['never ends', (_, response) => void response.write('x')],
  ])('waits no longer than it was told to for one who %s', async (_, listener) => {
    answer = listener;
    const sent = allowing('127.0.0.1').send({ url: `http://127.0.0.1:${port}/`, method: 'GET', timeoutMs: 100 });
    await expect(sent).rejects.toEqual(coded('outbound.timeout'));
  });

  it('does not wait for a name that is not told', async () => {
    const http = new SafeHttp(new OutboundAllowList([]), () => new Promise(() => undefined));
    await expect(http.send({ url: 'https://slow.example/', method: 'GET', timeoutMs: 50 })).rejects.toEqual(
      coded('outbound.timeout'),
    );
  });

  it.each<[string, string, () => Promise<SafeHttp>]>([
    ['nobody listens', 'ECONNREFUSED', () => Promise.resolve(allowing('127.0.0.1'))],
    [
      'the name is not known',
      'ENOTFOUND',
      () =>
        Promise.resolve(
          new SafeHttp(new OutboundAllowList(['127.0.0.1']), () =>
            Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })),
          ),
        ),
    ],
  ])('says that %s', async (_, reason, make) => {
    const sent = (await make()).send({ url: 'http://127.0.0.1:1/', method: 'GET' });
    await expect(sent).rejects.toEqual(coded('outbound.unreachable', { reason }));
  });
});
