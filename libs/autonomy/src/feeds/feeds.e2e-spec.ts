import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { FeedFetch } from './feed-fetch.service.js';
import type { FeedDto } from './feed.dto.js';
import { FeedShelf } from './feed-shelf.service.js';

const ROOT = '/api/autonomy/feeds';

const item = (title: string, url = `https://news.example/${encodeURIComponent(title)}`) =>
  `<item><title>${title}</title><link>${url}</link><guid>${url}</guid></item>`;
const rss = (...items: string[]) => `<rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;

describe('feeds', () => {
  let database: TestDatabase;
  let app: TestApp;
  let server: Server;
  let origin: string;
  let answers: Record<string, RequestListener>;
  let asked: { path?: string; etag?: string }[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { url: path = '', headers } = request;
      asked.push({ path, etag: headers['if-none-match'] });
      const answer = answers[path];
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    database = await createTestDatabase();
    // Nothing is fetched by the clock: the tests do it.
    const env = { OUTBOUND_ALLOW: '127.0.0.1', AUTONOMY_ENABLED: 'false' };
    app = await TestApp.start({ databaseUrl: database.url, env });
  }, 60_000);

  beforeEach(async () => {
    [answers, asked] = [{}, []];
    await rows('DELETE FROM autonomy_feeds');
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    app.app.get(DataSource).query<T[]>(sql, values);
  const run = () => app.app.get(FeedFetch, { strict: false }).run();
  const shelf = () => app.app.get(FeedShelf, { strict: false });
  const titles = async () =>
    (await rows<{ title: string }>('SELECT title FROM autonomy_feed_items ORDER BY id DESC')).map(({ title }) => title);

  async function call<T = FeedDto & { code?: string }>(method: string, path: string, body?: unknown) {
    const response = await app.request(`${ROOT}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }

  /** A feed at this path, which answers that. */
  async function listed(path: string, answer: RequestListener): Promise<FeedDto> {
    answers[path] = answer;
    const { status, body } = await call('POST', '', { url: `${origin}${path}` });
    expect(status).toBe(201);
    return body;
  }

  const one = async (id: string) => (await rows<FeedRow>('SELECT * FROM autonomy_feeds WHERE id = $1', [id]))[0];

  describe('that are looked at', () => {
    it('bring what is in them, once, and what has not changed is not read again', async () => {
      const feed = await listed('/feed', (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.setHeader('etag', '"1"').end(rss(item('Newer'), item('Older'))),
      );
      expect(await run()).toEqual({ fetched: 1, failed: 0 });
      expect(await run()).toEqual({ fetched: 0, failed: 0 });
      const { body } = await call('POST', `/${feed.id}/fetch`);
      expect(body).toMatchObject({ title: 'News', items: 2, error: null, failures: 0 });
      expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1"']);
      expect(await titles()).toEqual(['Newer', 'Older']);
    });

    it('are called as they call themselves again, though they have not changed', async () => {
      const feed = await listed('/feed', (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.setHeader('etag', '"1"').end(rss(item('Thing'))),
      );
      await run();
      await call('PATCH', `/${feed.id}`, { title: 'Ours' });
      expect((await call('PATCH', `/${feed.id}`, { title: null })).body.title).toBeNull();
      expect((await call('POST', `/${feed.id}/fetch`)).body.title).toBe('News');
    });

    it('bring nothing that may not be told, or opens for nobody', async () => {
      const texts = [
        item('Hedgehogs'),
        item('Naked girls want sex tonight, hot pussy pics'),
        item('Indoors', 'https://router.local/'),
        item('Plain', 'http://news.example/'),
        item('Private', 'https://10.0.0.1/'),
        item('Script', 'javascript:alert(1)'),
      ];
      await listed('/mixed', (_, response) => response.end(rss(...texts)));
      await run();
      expect(await titles()).toEqual(['Hedgehogs']);
    });

    it('keep the newest fifty, and what was shared', async () => {
      let from = 0;
      const names = () => Array.from({ length: 30 }, (_, index) => item(`n${from + index}`)).reverse();
      const feed = await listed('/many', (_, response) => response.end(rss(...names())));
      await call('POST', `/${feed.id}/fetch`);
      const chatId = await groupOf('Kept');
      await rows(
        `INSERT INTO autonomy_shared_items (chat_id, item_id, shared_at) SELECT $1, id, now() FROM autonomy_feed_items WHERE title = 'n0'`,
        [chatId],
      );
      for (from of [30, 60]) {
        await rows(`UPDATE autonomy_feed_items SET found_at = found_at - interval '1 hour'`);
        await call('POST', `/${feed.id}/fetch`);
      }
      const kept = await titles();
      expect(kept).toHaveLength(51);
      expect([kept.includes('n0'), kept.includes('n1'), kept.includes('n89')]).toEqual([true, false, true]);
    });

    it.each<[string, RequestListener, string]>([
      [
        'a redirect',
        (_, response) => response.writeHead(302, { location: '/other' }).end(),
        'Give the address it leads to',
      ],
      ['an error', (_, response) => response.writeHead(500).end(), 'answered 500'],
      ['a page', (_, response) => response.end('<html></html>'), 'neither RSS nor Atom'],
      ['too much', (_, response) => response.end('x'.repeat(1_024 * 1_024 + 1)), 'more than 1048576 bytes'],
    ])('say what is wrong with %s, and keep nobody waiting', async (_, answer, words) => {
      const bad = await listed('/bad', answer);
      await listed('/good', (__, response) => response.end(rss(item('Fine'))));
      expect(await run()).toEqual({ fetched: 1, failed: 1 });
      expect(await titles()).toEqual(['Fine']);
      const row = await one(bad.id);
      expect(row).toMatchObject({ failures: 1, enabled: true, error: expect.stringContaining(words) as string });
      expect(asked).toHaveLength(2);
    });

    it('are left alone after ten failures, until the operator says so', async () => {
      const feed = await listed('/gone', (_, response) => response.writeHead(410).end());
      await rows('UPDATE autonomy_feeds SET failures = 9');
      await run();
      expect(await one(feed.id)).toMatchObject({ failures: 10, enabled: false });
      await rows('UPDATE autonomy_feeds SET next_fetch_at = now()');
      expect(await run()).toEqual({ fetched: 0, failed: 0 });
      answers['/gone'] = (_, response) => response.end(rss(item('Back')));
      expect((await call('PATCH', `/${feed.id}`, { enabled: true })).body).toMatchObject({ failures: 0, error: null });
      expect(await run()).toEqual({ fetched: 1, failed: 0 });
    });
  });

  describe('on the shelf', () => {
    const next = async (chatId: string) => (await shelf().next(chatId))?.title ?? null;

    it('are for the groups they are for, while they are news', async () => {
      const [here, there] = [await groupOf('Here'), await groupOf('There')];
      const feed = await listed('/shelf', (_, response) => response.end(rss(item('Fresh'))));
      await run();
      expect([await next(here), await next(there)]).toEqual(['Fresh', 'Fresh']);
      await call('PATCH', `/${feed.id}`, { groups: [here] });
      expect([await next(here), await next(there)]).toEqual(['Fresh', null]);
      await rows(`UPDATE autonomy_feed_items SET published_at = now() - interval '15 days'`);
      expect(await next(here)).toBeNull();
      await rows(`UPDATE autonomy_feed_items SET published_at = now() + interval '1 year'`);
      expect(await next(here)).toBe('Fresh');
      await call('PATCH', `/${feed.id}`, { enabled: false });
      expect(await next(here)).toBeNull();
    });

    it('are not told twice under one address, and a link does not age', async () => {
      const chatId = await groupOf('Once');
      const link = { url: 'https://news.example/link', kind: 'link', title: 'The <b>link</b>' };
      expect((await call('POST', '', link)).body).toMatchObject({ kind: 'link', title: 'The link', items: 1 });
      await rows(`UPDATE autonomy_feed_items SET found_at = now() - interval '1 year'`);
      expect(await next(chatId)).toBe('The link');
      await rows('INSERT INTO autonomy_shared_items SELECT $1, id, now() FROM autonomy_feed_items', [chatId]);
      await listed('/same', (_, response) => response.end(rss(item('The same', link.url))));
      await run();
      expect(await next(chatId)).toBeNull();
    });
  });

  describe('as the operator lists them', () => {
    it('are removed with all that they brought, and every change is noted', async () => {
      const feed = await listed('/short', (_, response) => response.end(rss(item('One'))));
      await run();
      expect((await call<{ feeds: FeedDto[] }>('GET', '')).body.feeds).toMatchObject([{ id: feed.id, items: 1 }]);
      expect((await call('DELETE', `/${feed.id}`)).status).toBe(204);
      expect((await call('DELETE', `/${feed.id}`)).body.code).toBe('autonomy.feed-not-found');
      expect(await titles()).toEqual([]);
      const notes = await rows<{ action: string }>(
        'SELECT action FROM autonomy_audit WHERE subject = $1 ORDER BY at, id',
        [feed.id],
      );
      expect(notes.map(({ action }) => action)).toEqual(['feed.added', 'feed.removed']);
    });

    it.each<[string, unknown, number, string]>([
      ['nothing', {}, 400, 'request.invalid'],
      ['no address', { url: 'news' }, 400, 'outbound.refused'],
      ['a number', { url: 7 }, 400, 'request.invalid'],
      ['plain http', { url: 'http://news.example/feed' }, 400, 'outbound.refused'],
      ['a private address', { url: 'https://169.254.169.254/latest' }, 400, 'outbound.refused'],
      ['the loopback', { url: 'https://[::1]/feed' }, 400, 'outbound.refused'],
      ['credentials', { url: 'https://me:secret@news.example/' }, 400, 'outbound.refused'],
      ['an odd port', { url: 'https://news.example:25/' }, 400, 'outbound.refused'],
      ['an unknown kind', { url: 'https://news.example/', kind: 'page' }, 400, 'request.invalid'],
      ['an unknown key', { url: 'https://news.example/', often: true }, 400, 'request.invalid'],
      ['a link without a title', { url: 'https://news.example/', kind: 'link' }, 400, 'autonomy.link-without-title'],
      [
        'a link of tags',
        { url: 'https://news.example/', kind: 'link', title: '<b></b>' },
        400,
        'autonomy.link-without-title',
      ],
      ['a link indoors', { url: 'https://printer.local/', kind: 'link', title: 'x' }, 400, 'autonomy.link-refused'],
      ['no such group', { url: 'https://news.example/', groups: [newId()] }, 404, 'chat.not-found'],
      ['what is no list', { url: 'https://news.example/', groups: 'all' }, 400, 'request.invalid'],
      ['NUL', { url: 'https://news.example/\u0000', title: 'a\u0000b' }, 201, ''],
      ['letters of every kind', { url: 'https://news.example/2', title: '\ud800 ñ 😀' }, 201, ''],
    ])('are refused or taken as they should be: %s', async (_, body, status, code) => {
      const answer = await call('POST', '', body);
      expect([answer.status, answer.body.code ?? '']).toEqual([status, code]);
    });

    it.each<[string, string, unknown, number, string]>([
      ['PATCH', '', {}, 400, 'autonomy.nothing-to-change'],
      ['PATCH', '', { enabled: null }, 400, 'request.invalid'],
      ['PATCH', '', { groups: null }, 400, 'request.invalid'],
      ['PATCH', '', { url: 'https://news.example/' }, 400, 'request.invalid'],
      ['PATCH', 'none', { enabled: true }, 404, 'autonomy.feed-not-found'],
      ['POST', '/fetch', undefined, 409, 'autonomy.feed-is-link'],
      ['PATCH', '', { title: null }, 400, 'autonomy.link-without-title'],
    ])('%s %s %j: %d %s', async (method, place, change, status, code) => {
      const { body } = await call('POST', '', { url: 'https://news.example/', kind: 'link', title: 'News' });
      const path = place === 'none' ? `/${newId()}` : `/${body.id}${place}`;
      const answer = await call(method, path, change);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('are listed once, and a hundred at most, however many try at once', async () => {
      const add = (url: string) => call('POST', '', { url });
      const same = await Promise.all(Array.from({ length: 5 }, () => add('https://news.example/')));
      expect(same.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      await rows(
        `INSERT INTO autonomy_feeds (id, url, kind, created_at)
         SELECT gen_random_uuid(), 'https://news.example/' || n, 'feed', now() FROM generate_series(1, 97) AS n`,
      );
      const last = await Promise.all([1, 2, 3, 4, 5].map((n) => add(`https://last.example/${n}`)));
      expect(last.map(({ body }) => body.code ?? 'added').sort()).toEqual([
        ...['added', 'added'],
        ...Array<string>(3).fill('autonomy.too-many-feeds'),
      ]);
    });
  });

  async function groupOf(name: string): Promise<string> {
    const { chat } = await app.phone('34600000001').say('hello', { group: name });
    await app.drained();
    const [row] = await rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [chat]);
    const id = row?.id ?? '';
    await rows(
      `INSERT INTO autonomy_groups (chat_id, seen_at, seen_id, events_at, next_check_at, created_at, changed_at)
       VALUES ($1, now(), $1, now(), now(), now(), now()) ON CONFLICT DO NOTHING`,
      [id],
    );
    return id;
  }
});

interface FeedRow {
  readonly failures: number;
  readonly enabled: boolean;
  readonly error: string | null;
}
