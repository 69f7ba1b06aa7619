import { jest } from '@jest/globals';

import { GraphClient } from './graph-client.js';

const TOKEN = 'the token';
const client = new GraphClient({
  ...{ token: TOKEN, phoneNumberId: '12345', graphUrl: 'https://graph.facebook.com/', version: 'v25.0' },
});

describe('the Graph client', () => {
  const fetched = jest.spyOn(globalThis, 'fetch');

  beforeEach(() => {
    fetched.mockReset();
  });
  afterAll(() => {
    fetched.mockRestore();
  });

  it.each([
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
    ['https://graph.facebook.com/files/1', true],
    ['http://lookaside.fbsbx.com/1', false],
    ['https://fbsbx.com.example.org/1', false],
    ['https://evilfbsbx.com/1', false],
    ['http://169.254.169.254/latest', false],
  ])('takes the token to %s: %s', async (url, isTaken) => {
    fetched.mockResolvedValue(new Response('x'));
    await client.open(url).catch(() => undefined);
    expect(fetched.mock.calls.map(([address]) => address)).toEqual(isTaken ? [url] : []);
  });

  it('follows nobody who sends it elsewhere', async () => {
    fetched.mockResolvedValue(Response.json({ id: '1' }));
    await client.post('messages', { to: '1' });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('https://graph.facebook.com/v25.0/12345/messages');
    expect(init).toMatchObject({ method: 'POST', redirect: 'error', headers: { authorization: `Bearer ${TOKEN}` } });
  });

  it.each<[string, () => Promise<Response>, string]>([
    ['a connection that is refused', () => Promise.reject(failed('ECONNREFUSED')), 'no'],
    ['a name that nobody knows', () => Promise.reject(failed('ENOTFOUND')), 'no'],
    ['a connection that breaks', () => Promise.reject(failed('ECONNRESET')), 'maybe'],
    ['an answer that takes too long', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'maybe'],
    ['a page instead of an answer', () => Promise.resolve(new Response('<p>', { status: 502 })), 'maybe'],
    ['a page that looks well', () => Promise.resolve(new Response('<p>', { status: 200 })), 'maybe'],
    ["Graph's own error", () => Promise.resolve(Response.json({ error: { code: 2 } }, { status: 500 })), 'refused'],
    ['a page of a wrong address', () => Promise.resolve(new Response('<p>', { status: 404 })), 'refused'],
  ])('tells of %s whether the request was heard', async (_, answer, heard) => {
    fetched.mockImplementation(answer);
    const failure: unknown = await client.post('messages', { text: 'a secret' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'cloud-api.graph-failure', heard });
    expect((failure as Error).message).not.toMatch(/secret|token/);
  });
});

function failed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
