import { connect } from 'node:net';

import { CANARY, startEdgeApp, type EdgeApp } from '../../testing/edge-app.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { unguardedRoutes } from './unguarded-routes.js';

describe('the HTTP edge', () => {
  let edge: EdgeApp;

  beforeAll(async () => {
    edge = await startEdgeApp();
  });

  afterAll(() => edge.close());

  it.each([
    ['/notes', null],
    ['/notes', 'wrong'],
    ['/notes', `sec_${'0'.repeat(12)}_${'a'.repeat(43)}`],
    ['/notes?limit=1&limit=2', null],
    ['/nowhere', null],
    ['/nowhere', 'wrong'],
    ['/notes/forgotten', null],
    ['/open/closed', null],
    ['/api/keys', null],
  ])('answers GET %s with the key %s by a 401 that tells nothing', async (path, key) => {
    const { response, problem } = await edge.call(path, {}, key);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      code: 'auth.required',
      detail: 'Send a valid API key as "Authorization: Bearer <key>".',
    });
  });

  it('reads no body of somebody without a key', async () => {
    const { response } = await edge.call(
      '/notes',
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      null,
    );
    expect(response.status).toBe(401);
  });

  it('needs no key for a public controller', async () => {
    expect((await edge.call('/open', {}, null)).text).toBe('{"open":true}');
  });

  it('answers an unknown address with a problem, and needs a key to say so', async () => {
    const { response, problem, text } = await edge.call(`/${CANARY}`);
    expect([response.status, problem.code]).toEqual([404, 'request.no-such-route']);
    expect(text).not.toContain(CANARY);
    expect((await edge.call('/docs/x', {}, null)).response.status).toBe(404);
    expect((await edge.call('/docsx', {}, null)).response.status).toBe(401);
  });

  it.each(['/%', '/notes/%ff', `/notes/${'x'.repeat(20_000)}`])(
    'answers the address %.12s with a 4xx',
    async (path) => {
      const { response } = await edge.call(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  it('refuses everybody on a route without a rule, and lists it', async () => {
    expect((await edge.call('/notes/forgotten')).response.status).toBe(403);
    expect(unguardedRoutes(edge.app)).toEqual(['NotesController.halfForgotten', 'NotesController.forgotten']);
  });

  it('tells nothing of a crash but the id under which it is reported', async () => {
    edge.reported.length = 0;
    edge.reportedUnder.length = 0;
    const { response, problem, text } = await edge.call('/notes/crash');
    expect(response.status).toBe(500);
    expect(problem).toMatchObject({ code: 'server.error', instance: response.headers.get('x-correlation-id') });
    expect(text).not.toContain(CANARY);
    expect(edge.reported).toEqual([expect.objectContaining({ message: CANARY })]);
    expect(edge.reportedUnder).toEqual([problem.instance]);
  });

  it('shows what an AppError says', async () => {
    const { response, problem } = await edge.call('/notes/conflict');
    expect(response.status).toBe(409);
    expect(problem).toMatchObject({ code: 'note.taken', detail: 'Choose another name.', details: { name: 'a' } });
  });

  it('keeps the correlation id of a client when it is harmless', async () => {
    const given = await edge.call('/open', { headers: { 'x-correlation-id': 'abc-1' } });
    expect(given.response.headers.get('x-correlation-id')).toBe('abc-1');
    const wild = await edge.call('/open', { headers: { 'x-correlation-id': 'a b"c' } });
    expect(wild.response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('runs a route under the id of its answer, also after a body was read', async () => {
    for (const init of [{}, { method: 'POST', body: '{"count":1}', headers: { 'content-type': 'application/json' } }]) {
      const { response, text } = await edge.call('/notes/correlation', init);
      expect(JSON.parse(text)).toEqual({ id: response.headers.get('x-correlation-id') });
    }
  });

  it.each(['/open', '/nowhere', '/%'])('sends security headers with the answer to %s', async (path) => {
    const { headers } = (await edge.call(path, {}, null)).response;
    expect(Object.fromEntries(headers)).toMatchObject(SECURITY_HEADERS);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('closes on a request that is not HTTP', async () => {
    const socket = connect(edge.port, '127.0.0.1');
    const answer = await new Promise<string>((resolve, reject) => {
      socket.on('data', (data) => resolve(data.toString())).on('error', reject);
      socket.write('NONSENSE\r\n\r\n');
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});
