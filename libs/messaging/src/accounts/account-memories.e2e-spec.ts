import type { AccountMemory } from '#whatsapp';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { AccountMemories, NEWEST_SQL, UNKNOWN_SQL } from './account-memories.service.js';

const [PN, LID, GROUP] = ['34600000001@c.us', '880001@lid', '120363000000000001@g.us'];
const EARLY = new Date('2020-01-01T00:00:00Z');
const LATE = new Date('2020-01-02T00:00:00Z');
/** `MEMORY_MESSAGES=200000` is the size of a busy year. */
const MESSAGES = Number(process.env.MEMORY_MESSAGES ?? 20_000);
const CHATS = 500;

describe('what is known of an account', () => {
  let stage: MessagingStage;
  let memory: AccountMemory;

  beforeAll(async () => {
    stage = await MessagingStage.open();
    memory = await stage.part(AccountMemories).of(stage.accountId);
  });

  afterAll(() => stage.close());

  const ref = (chatId: string, id: string, participant = '') => ({ chatId, id, participant });

  it('begins with the account', async () => {
    const { created_at: made } = await stage.row<{ created_at: Date }>(
      `SELECT created_at FROM accounts WHERE connector <> 'web'`,
    );
    expect(memory.since).toEqual(made);
  });

  it('is nothing of nothing', async () => {
    expect(await memory.newestIn([])).toEqual(new Map());
    expect(await memory.unknownOf([])).toEqual([]);
    expect(await memory.newestIn([PN])).toEqual(new Map());
    expect(await memory.unknownOf([ref(PN, 'A')])).toEqual([ref(PN, 'A')]);
  });

  it('is known by every address of a person', async () => {
    await stage.say({ from: PN, id: 'OLD', sentAt: EARLY });
    await stage.say({ from: LID, id: 'NEW', sender: { id: LID, phone: '+34600000001', lid: LID }, sentAt: LATE });
    expect(await memory.newestIn([PN, LID, 'nobody@c.us'])).toEqual(new Map([[PN, LATE], [LID, LATE]])); // prettier-ignore
    const asked = [PN, LID].flatMap((chat) => ['NEW', 'OLD', 'X'].map((id) => ref(chat, id)));
    expect(await memory.unknownOf(asked)).toEqual([ref(PN, 'X'), ref(LID, 'X')]);
  });

  it('tells the people of a group apart', async () => {
    const [ana, eva] = ['34600000011@c.us', '34600000012@c.us'];
    await stage.say({ from: GROUP, id: 'SAME', sender: { id: ana }, sentAt: EARLY });
    await stage.say({ from: GROUP, id: 'OURS', sender: { id: '15550000000@c.us' }, fromMe: true, sentAt: EARLY });
    const asked = [
      ref(GROUP, 'SAME', eva),
      ref(GROUP, 'SAME', ana),
      ref(GROUP, 'OURS', '15550000000@c.us'),
      ref(PN, 'SAME'),
    ];
    expect(await memory.unknownOf(asked)).toEqual([ref(GROUP, 'SAME', eva), ref(PN, 'SAME')]);
  });

  it('keeps the order of the question, and each answer to its own entry', async () => {
    const asked = ['Z', 'NEW', 'A', 'Z', 'OLD', 'M'].map((id) => ({ ...ref(PN, id), extra: id }));
    const unknown = await memory.unknownOf(asked);
    expect(unknown.map(({ extra }) => extra)).toEqual(['Z', 'A', 'Z', 'M']);
    expect(unknown[0]).toBe(asked[0]);
  });

  it('is of one account only', async () => {
    await stage.rows(
      `INSERT INTO accounts (id, name, connector) VALUES ('00000000-0000-7000-8000-000000000001', 'other', 'webjs')`,
    );
    const other = await stage.part(AccountMemories).of('00000000-0000-7000-8000-000000000001');
    expect(await other.unknownOf([ref(PN, 'NEW')])).toHaveLength(1);
    expect(await other.newestIn([PN])).toEqual(new Map());
  });

  it(`is looked up, never searched for, in ${MESSAGES} messages`, async () => {
    await stage.rows(
      `WITH people AS (
         INSERT INTO contacts (id, account_id) SELECT gen_random_uuid(), $1 FROM generate_series(1, $2::integer) RETURNING id
       ), numbered AS (
         SELECT id, '35' || lpad((row_number() OVER ())::text, 9, '0') AS phone FROM people
       ), aliases AS (
         INSERT INTO contact_aliases (account_id, kind, value, contact_id) SELECT $1, 'pn', phone, id FROM numbered
       )
       INSERT INTO chats (id, account_id, external_id, kind, contact_id, subject_id)
       SELECT gen_random_uuid(), $1, phone || '@c.us', 'direct', id, id FROM numbered`,
      [stage.accountId, CHATS],
    );
    await stage.rows(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
       SELECT gen_random_uuid(), chats.id, 'M' || number, 'contact', chats.subject_id, 'text', now() - number * interval '1 minute', now()
       FROM chats CROSS JOIN generate_series(1, $1::integer) AS number WHERE chats.external_id LIKE '35%'`,
      [Math.ceil(MESSAGES / CHATS)],
    );
    await stage.rows('ANALYZE');
    const chats = Array.from({ length: CHATS }, (_, index) => `35${String(index + 1).padStart(9, '0')}@c.us`);
    const started = performance.now();
    expect((await memory.newestIn(chats)).size).toBe(CHATS);
    const newestMs = performance.now() - started;
    const refs = chats.flatMap((chat) => ['M1', 'M2', 'never'].map((id) => ref(chat, id)));
    expect(await memory.unknownOf(refs)).toHaveLength(CHATS);
    if (process.env.SHOW_FIGURES) {
      const unknownMs = performance.now() - started - newestMs;
      console.log(`${CHATS} chats: ${newestMs.toFixed(0)} ms; ${refs.length} messages: ${unknownMs.toFixed(0)} ms`);
    }
    const kinds = refs.map(() => 'pn');
    const values = refs.map(({ chatId }) => chatId.split('@')[0]);
    const plans = [
      await plan(NEWEST_SQL, [stage.accountId, chats, chats.map(() => 'pn'), chats.map((chat) => chat.split('@')[0])]),
      await plan(UNKNOWN_SQL, [
        ...[stage.accountId, refs.map(({ chatId }) => chatId), kinds, values],
        ...[refs.map(({ id }) => id), refs.map(({ participant }) => participant)],
      ]),
    ];
    for (const text of plans) expect(text).not.toMatch(/Seq Scan on messages/);
  }, 60_000);

  async function plan(sql: string, parameters: unknown[]): Promise<string> {
    const rows = await stage.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, parameters);
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    if (process.env.SHOW_FIGURES) console.log(text);
    return text;
  }
});
