import { WebStage } from '../../../testing/web-stage.js';
import { LIST_SQL } from './conversation-rows.service.js';
import { Conversations } from './conversations.service.js';

/** `LISTED_CHATS=50000` with `SHOW_FIGURES=1` tells how long a page takes. */
const CHATS = Number(process.env.LISTED_CHATS ?? 3_000);
const OPERATOR = { kind: 'operator' } as const;

describe('the list of all conversations', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open();
    await stage.rows(FILL_SQL, [CHATS]);
    await stage.rows('VACUUM ANALYZE');
  }, 120_000);

  afterAll(() => stage.close());

  it('goes through all of them once, the latest first, then those in which nothing was said', async () => {
    const conversations = stage.part(Conversations);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await conversations.list(OPERATOR, { limit: 200, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && seen.length < 2_000);
    const expected = await stage.rows<{ id: string }>(
      `SELECT id FROM chats WHERE kind = 'direct' ORDER BY coalesce(last_message_at, created_at) DESC, id DESC LIMIT $1`,
      [seen.length],
    );
    expect(seen).toEqual(expected.map(({ id }) => id));
  });

  it(`reads a page of ${CHATS}, not all of them`, async () => {
    const parameters = [null, null, null, null, null, null, 51];
    const startedAt = performance.now();
    await stage.rows(LIST_SQL, parameters);
    const ms = performance.now() - startedAt;
    const rows = await stage.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${LIST_SQL}`, parameters);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    if (process.env.SHOW_FIGURES) console.log(`${ms.toFixed(1)} ms\n${plan}`);
    expect(plan).toMatch(/chats_recent/);
    expect(plan).toMatch(/chats_silent/);
    expect(plan).not.toMatch(/Seq Scan on chats/);
  });
});

/** A tenth of them silent; several said and made within the same millisecond. */
const FILL_SQL = `
WITH people AS (
  INSERT INTO contacts (id, account_id) SELECT gen_random_uuid(), (SELECT id FROM accounts WHERE connector = 'web')
  FROM generate_series(1, $1::integer) RETURNING id, account_id
), numbered AS (SELECT *, row_number() OVER () AS n FROM people)
INSERT INTO chats (id, account_id, external_id, kind, channel, contact_id, subject_id, created_at, last_message_at)
SELECT gen_random_uuid(), account_id, 'listed-' || n, 'direct', 'web', id, id,
  timestamptz '2026-01-01' + n * interval '300 microseconds',
  CASE WHEN n % 10 > 0 THEN timestamptz '2026-02-01' + (n / 3) * interval '500 microseconds' END
FROM numbered`;
