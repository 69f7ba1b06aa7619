import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

interface Said {
  readonly chat?: string;
  readonly author: 'contact' | 'owner' | 'assistant' | 'system';
  readonly at: string;
}

describe('statistics', () => {
  let database: TestDatabase;
  let app: TestApp;
  const [account, ana, group] = [newId(), newId(), newId()];

  const sql = (text: string, values: unknown[] = []) => app.app.get(DataSource).query<{ id: string }[]>(text, values);
  const get = async (path: string) => {
    const response = await app.request(`/api/conversations/stats${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  /** All but the size, which nobody can foretell. */
  async function figures(): Promise<Record<string, unknown>> {
    const { body } = await get('');
    return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'database_size_mb'));
  }

  async function done(path: string, body: object): Promise<void> {
    const response = await app.request(`/api/conversations/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const { task_id } = (await response.json()) as { task_id: string };
    await waitFor(
      async () => {
        const task = await app.request(`/api/conversations/tasks/${task_id}`);
        return ((await task.json()) as { status: string }).status === 'completed';
      },
      { what: `the end of ${path}`, timeoutMs: 20_000 },
    );
  }

  async function say(...messages: readonly Said[]): Promise<string[]> {
    const ids = messages.map(() => newId());
    for (const [index, { chat = ana, author, at }] of messages.entries()) {
      await sql(
        `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
         VALUES ($1, $2, $5, $3, $2, 'text', $4, $4)`,
        [ids[index], chat, author, at, ids[index]],
      );
    }
    return ids;
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: { TIME_ZONE: 'Europe/Madrid' } });
    await sql(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'stats', 'simulator')`, [account]);
    for (const [id, kind] of [
      [ana, 'direct'],
      [group, 'group'],
    ]) {
      await sql(`INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1, $2, $4, $3, $1)`, [
        id,
        account,
        kind,
        id,
      ]);
    }
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('answers GET /api/conversations/stats with the fields of the example, exactly', async () => {
    const before = (await get('')).body;
    expect(before).toMatchObject({ total_chats: 2, total_messages: 0, oldest_message: null, newest_message: null });
    await app.phone('+34600000001').say('hello');
    await app.drained();
    const { status, body } = await get('');
    const [facts] = await app.app.get(DataSource).query<Record<string, unknown>[]>(
      `SELECT (SELECT count(*)::integer FROM chats) AS total_chats, count(*)::integer AS total_messages,
         min(sent_at) AS oldest, max(sent_at) AS newest FROM messages`,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      total_chats: facts!.total_chats,
      total_messages: facts!.total_messages,
      archived_chats: 0,
      archived_messages: 0,
      database_size_mb: expect.any(Number) as number,
      oldest_message: (facts!.oldest as Date).toISOString(),
      newest_message: (facts!.newest as Date).toISOString(),
    });
    expect(body.database_size_mb).toBeGreaterThan(1);
  });

  it('stays exact when chats are archived, go on and are restored', async () => {
    const before = (await get('')).body;
    const phone = app.phone('+34600000002');
    await phone.say('good morning');
    await app.drained();
    const talk = await figures();
    expect(talk.total_messages).toBeGreaterThan(before.total_messages as number);

    await done('archive', { chat_ids: ['34600000002@c.us'] });
    expect(await figures()).toEqual({
      ...talk,
      archived_chats: 1,
      archived_messages: (talk.total_messages as number) - (before.total_messages as number),
    });

    await done('unarchive', { chat_id: '34600000002@c.us' });
    expect(await figures()).toEqual(talk);
  });

  it('tells volume, labels and response times by the days of a zone', async () => {
    const ids = await say(
      // Asked before the first day: no question of it.
      { author: 'contact', at: '2026-03-27T22:30:00Z' },
      // 28 March in Madrid, a burst of which the first counts.
      { author: 'contact', at: '2026-03-27T23:30:00Z' },
      { author: 'owner', at: '2026-03-28T08:00:00Z' },
      { author: 'contact', at: '2026-03-28T09:00:00Z' },
      { author: 'contact', at: '2026-03-28T09:01:00Z' },
      { author: 'assistant', at: '2026-03-28T09:01:30Z' },
      { author: 'assistant', at: '2026-03-28T09:02:00Z' },
      { author: 'contact', at: '2026-03-28T10:00:00Z' },
      { author: 'system', at: '2026-03-28T10:00:10Z' },
      { author: 'owner', at: '2026-03-28T10:00:30Z' },
      // In a group nobody waits for us.
      { chat: group, author: 'contact', at: '2026-03-28T10:00:00Z' },
      // The day without a 02:30; answered after the last day.
      { author: 'contact', at: '2026-03-29T21:59:00Z' },
      { author: 'owner', at: '2026-03-29T22:01:00Z' },
      { author: 'contact', at: '2026-03-29T22:02:00Z' },
    );
    for (const [index, facet, values] of [
      [3, 'sentiment', ['negative']],
      [3, 'category', ['complaint']],
      [7, 'sentiment', ['negative']],
      // What the owner says says nothing about contacts.
      [2, 'sentiment', ['positive']],
      // Untagged, with its reason.
      [4, 'sentiment', []],
      [4, 'tags', ['urgent']],
    ] as const) {
      await sql(
        `INSERT INTO message_labels (message_id, facet, chat_id, "values", confidences, source, labelled_at)
         VALUES ($1, $2, $3, $4, '{}', 'model', now())`,
        [ids[index], facet, ana, values],
      );
    }
    const { status, body } = await get('/trends?from=2026-03-28&to=2026-03-29');
    expect(status).toBe(200);
    expect(body).toEqual({
      zone: 'Europe/Madrid',
      from: '2026-03-28',
      to: '2026-03-29',
      archived_messages: 0,
      days: [
        {
          date: '2026-03-28',
          inbound: 5,
          outbound: 4,
          sentiment: { negative: 2 },
          categories: { complaint: 1 },
          response_times: { asked: 2, answered: 2, median_seconds: 60, p90_seconds: 84 },
        },
        {
          date: '2026-03-29',
          inbound: 1,
          outbound: 0,
          sentiment: {},
          categories: {},
          response_times: { asked: 1, answered: 1, median_seconds: 120, p90_seconds: 120 },
        },
      ],
    });
    const utc = (await get('/trends?from=2026-03-29&to=2026-03-29&zone=UTC')).body.days as { inbound: number }[];
    expect(utc[0]).toMatchObject({ inbound: 2, outbound: 1 });
  });

  it('tells how much of the days is archived', async () => {
    await sql(
      `INSERT INTO archives (id, chat_id, account_id, subject_id, state, requested_by, message_count, first_message_at, last_message_at, store,
         codec, stored_bytes, original_bytes, sha256, created_at)
       VALUES ($1, $2, $3, $2, 'complete', 'test', 7, '2001-01-01', '2001-02-01', 'postgres', 'none', 0, 0, '', now())`,
      [newId(), group, account],
    );
    expect((await get('/trends?from=2001-01-31&to=2001-02-03')).body.archived_messages).toBe(7);
    expect((await get('/trends?from=2001-02-03&to=2001-02-03')).body.archived_messages).toBe(0);
    await sql('DELETE FROM archives');
  });

  it.each([
    ['from after to', 'from=2026-02-02&to=2026-02-01', 'earlier day as from'],
    ['the year 9999', 'from=9999-01-01&to=9999-01-02', 'a year ahead'],
    ['no such day', 'from=2026-02-30', 'from is no day'],
    ['no day', 'from=yesterday', 'from must be a day'],
    ['an instant', 'to=2026-02-01T00:00:00Z', 'to must be a day'],
    ['an unknown zone', 'zone=Mars/Olympus', 'zone must be a time zone, such as Europe/Madrid'],
    ['an offset beyond the clock', 'zone=%2B99:00', 'zone must be a time zone'],
    ['too many days', 'from=2024-01-01&to=2025-01-01', 'at most 366 days'],
    ['an unknown parameter', 'form=2026-01-01', 'form'],
    ['one given twice', 'from=2026-01-01&from=2026-01-02', 'given once'],
    ['nothing', 'from=', 'from must be a day'],
  ])('refuses %s, and says what to give', async (_, query, message) => {
    const { status, body } = await get(`/trends?${query}`);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(message)]);
  });
});
