import { CANARY, startEdgeApp, type EdgeApp } from '../../testing/edge-app.js';

describe('bad requests', () => {
  let edge: EdgeApp;

  beforeAll(async () => {
    edge = await startEdgeApp();
  });

  afterAll(() => edge.close());

  const post = (body: string | Buffer, type = 'application/json') =>
    edge.call('/notes', { method: 'POST', body, headers: { 'content-type': type } });

  it('lets a valid request through', async () => {
    const { response, text } = await post('{"count":1,"inner":{"text":"a"}}');
    expect([response.status, JSON.parse(text)]).toEqual([201, { count: 1, inner: { text: 'a' } }]);
    expect(JSON.parse((await edge.call('/notes?limit=3')).text)).toEqual({ limit: 3, caller: 'admin' });
  });

  it.each([
    ['an unknown key', '{"count":1,"extra":2}', 400, 'request.invalid'],
    ['an unknown key inside', '{"count":1,"inner":{"text":"a","extra":2}}', 400, 'request.invalid'],
    ['a doubled key', '{"count":1,"count":2}', 400, 'request.invalid-json'],
    ['a doubled key, escaped', String.raw`{"count":1,"\u0063ount":2}`, 400, 'request.invalid-json'],
    ['__proto__', '{"count":1,"__proto__":{"a":1}}', 400, 'request.invalid-json'],
    ['constructor', '{"count":1,"constructor":{"prototype":{}}}', 400, 'request.invalid-json'],
    ['depth 10,000', `{"count":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'request.invalid-json'],
    ['half of a document', '{"count":', 400, 'request.invalid-json'],
    ['NaN', '{"count":NaN}', 400, 'request.invalid-json'],
    ['a number in quotes', '{"count":"1"}', 400, 'request.invalid'],
    ['a number beyond all numbers', '{"count":1e999}', 400, 'request.invalid'],
    ['2^53 + 1', '{"count":9007199254740993}', 400, 'request.invalid'],
    ['null', '{"count":null}', 400, 'request.invalid'],
    ['nothing', '', 400, 'request.invalid'],
    ['a list', '[{"count":1}]', 400, 'request.invalid'],
    ['an empty list', '[]', 400, 'request.invalid'],
    ['a text', '"count"', 400, 'request.invalid'],
    ['a wrong value inside', '{"count":1,"inner":"a"}', 400, 'request.invalid'],
    ['10 MB', `{"count":"${'x'.repeat(10_000_000)}"}`, 413, 'request.too-large'],
  ])('refuses a body with %s', async (_, body, status, code) => {
    const { response, problem } = await post(body);
    expect([response.status, problem.code]).toEqual([status, code]);
  });

  it.each([
    ['bytes that are not UTF-8', 'application/json', 400, 'request.invalid-json'],
    ['another charset', 'application/json; charset=iso-8859-1', 415, 'request.media-type'],
    ['a form', 'application/x-www-form-urlencoded', 415, 'request.media-type'],
    ['plain text', 'text/plain', 415, 'request.media-type'],
    ['an unknown type', 'application/octet-stream', 415, 'request.media-type'],
    ['no real type', 'nonsense', 415, 'request.media-type'],
  ])('refuses %s', async (_, type, status, code) => {
    const { response, problem } = await post(Buffer.from('{"count":"\xff"}', 'latin1'), type);
    expect([response.status, problem.code]).toEqual([status, code]);
  });

  it.each([
    ['?limit=1&limit=2', 'request.invalid'],
    ['?__proto__=1', 'request.invalid'],
    ['?limit=x', 'request.invalid'],
    ['?limit=0', 'request.invalid'],
    ['?limit=', 'request.invalid'],
    ['?other=1', 'request.invalid'],
  ])('refuses the query %s', async (query, code) => {
    const { response, problem } = await edge.call(`/notes${query}`);
    expect([response.status, problem.code]).toEqual([400, code]);
  });

  it.each([
    ['something', '{"dry_run":true}', 400],
    ['a list', '[1]', 400],
    ['nothing', '{}', 201],
    ['null', 'null', 201],
  ])('answers a body with %s where none is taken', async (_, body, status) => {
    const headers = { 'content-type': 'application/json' };
    const { response, problem } = await edge.call('/notes/ring', { method: 'POST', body, headers });
    expect(response.status).toBe(status);
    if (status !== 400) return;
    expect(problem).toMatchObject({
      code: 'request.body-not-taken',
      detail: expect.stringContaining('POST /notes takes notes.') as string,
    });
  });

  it('takes no body where none is taken', async () => {
    expect((await edge.call('/notes/ring', { method: 'POST' })).response.status).toBe(201);
  });

  it('names wrong fields by their path, and repeats no value', async () => {
    const { problem, text } = await post(JSON.stringify({ count: CANARY, inner: { text: { a: CANARY } } }));
    expect(problem.errors?.map(({ field }) => field)).toEqual(expect.arrayContaining(['count', 'inner.text']));
    expect(text).not.toContain(CANARY);
    expect((await post(`{"count":${CANARY}}`)).text).not.toContain(CANARY);
  });
});
