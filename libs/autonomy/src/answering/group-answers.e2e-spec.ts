import { DataSource } from 'typeorm';

import { AccountStatuses, EventIntake, OutboxWriter } from '#messaging';
import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { GroupNames } from '../groups/group-names.service.js';
import { GroupAnswers } from './group-answers.service.js';

const TURNS = 100;
const DAY_MS = 86_400_000;

describe('who is answered in a group', () => {
  let database: TestDatabase;
  let app: TestApp;
  let groups = 0;
  let group = 'Lunch 0';
  let name = '';

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: { PACING: 'off', MESSAGE_RATE_LIMIT: '0/minute' } });
    name = await nameHere();
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });
  beforeEach(() => {
    group = `Lunch ${(groups += 1)}`;
  });

  function part<T>(type: abstract new (...parts: never[]) => T): T {
    return app.app.get(type, { strict: false });
  }
  function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return part(DataSource).query<T[]>(sql, values);
  }

  /** Somebody says it in the group; answers what we said there by now. */
  async function said(text: string, mentions: string[] = [], phone = '34600000001'): Promise<string[]> {
    const ana = app.phone(phone);
    const { chat } = await ana.say(text, { group, mentions });
    await app.drained();
    return (await ana.ledger(chat)).map(({ body }) => body);
  }
  async function nameHere(): Promise<string> {
    await said('hello');
    const [chat] = await query<{ id: string }>('SELECT id FROM chats LIMIT 1');
    const [called] = await part(GroupNames).of(chat?.id ?? '');
    return called ?? '';
  }
  async function lastTurn(): Promise<unknown> {
    const [turn] = await query<{ reason: string | null; state: string }>(
      `SELECT state, reason FROM turns JOIN chats ON chats.id = chat_id WHERE title = $1 ORDER BY position DESC LIMIT 1`,
      [group],
    );
    return turn;
  }
  const settle = (set: string, values: unknown[] = []): Promise<unknown> =>
    query(`UPDATE autonomy_groups SET ${set} FROM chats WHERE chats.id = chat_id AND title = '${group}'`, values);

  it('answers who calls it by its name, and nobody else', async () => {
    expect(await said('what a day')).toEqual([]);
    expect(await said(`${name}, what day is it?`)).toHaveLength(1);
    expect(await said(`${name} said so`)).toHaveLength(1);
  });

  it('answers nobody where it is muted', async () => {
    await said('hello');
    await settle('muted = true');
    expect(await said('are you there?', ['me'])).toEqual([]);
    expect(await lastTurn()).toEqual({ state: 'silent', reason: 'muted' });
  });

  it('answers no program that the operator names, and the people beside it', async () => {
    await said('beep', [], '34600000009');
    const [robot] = await query<{ id: string }>(
      `SELECT contact_id AS id FROM contact_aliases WHERE value = '34600000009'`,
    );
    await settle('bots = ARRAY[$1::uuid]', [robot?.id]);
    expect(await said('beep', ['me'], '34600000009')).toEqual([]);
    expect(await lastTurn()).toEqual({ state: 'silent', reason: 'from-bot' });
    expect(await said('and me?', ['me'])).toHaveLength(1);
  });

  it('ends a pace that no people keep up', async () => {
    await said('hello');
    await settle('answers_at_once = 2, answers_per_hour = 1');
    for (let times = 0; times < 2; times += 1) await said('again', ['me']);
    expect(await said('again', ['me'])).toHaveLength(2);
    expect(await lastTurn()).toEqual({ state: 'silent', reason: 'too-many-answers' });
  });

  it('counts what was answered since the last look, each at its own time: where nobody looks any more, it is over some day', async () => {
    await said('hello');
    await settle('answers_at_once = 2, answers_per_hour = 60');
    await query(
      `INSERT INTO turns (id, chat_id, agent, state, created_at)
       SELECT gen_random_uuid(), id, 'companion', 'answered', now() FROM chats, generate_series(1, 5) WHERE title = $1`,
      [group],
    );
    const [chat] = await query<{ id: string }>('SELECT id FROM chats WHERE title = $1', [group]);
    const tooMany = async (at: number) => (await part(GroupAnswers).of(chat!.id, new Date(at)))?.tooMany;
    expect([await tooMany(Date.now()), await tooMany(Date.now() + DAY_MS)]).toEqual([true, false]);
  });

  it('says that it will be silent, is, and answers who asks', async () => {
    expect(await said('be quiet', ['me'])).toEqual([expect.stringContaining('only speak when somebody asks')]);
    expect(await said('quiet please')).toHaveLength(1);
    expect(await said('what day is it?', ['me'])).toHaveLength(2);
    expect((await said('you can talk again', ['me'])).at(-1)).toContain('here again');
    expect(await query('SELECT quiet_until FROM chats WHERE title = $1', [group])).toEqual([{ quiet_until: null }]);
  });

  it(`never answers another account of ours, in ${TURNS} turns`, async () => {
    const accountId = await part(AccountStatuses).ensure('default', 'simulator');
    const otherId = await part(AccountStatuses).ensure('other', 'webjs');
    const theirChat = crypto.randomUUID();
    const from = '120363000000040001@g.us';
    await query(
      `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1::uuid, $2, $3, 'group', $1::uuid)`,
      [theirChat, otherId, from],
    );
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { ids } = await part(OutboxWriter).put(part(DataSource).manager, {
        ...{
          chatId: theirChat,
          texts: [`${name}, and you?`],
          origin: 'reply',
          draft: true,
          turnId: crypto.randomUUID(),
        },
      });
      const [row] = await query<{ id: string }>('SELECT message_id AS id FROM outbox WHERE id = $1', [ids[0]]);
      const sender = { id: '34600000008@c.us', phone: '+34600000008' };
      const said = { id: row?.id ?? '', from, sender, text: `${name}, and you?`, sentAt: new Date(), mentionsMe: true };
      await part(EventIntake).take(accountId, { type: 'message', message: newIncomingMessage(said) });
    }
    await app.drained();
    const turns = await query(
      `SELECT DISTINCT state, reason FROM turns JOIN chats ON chats.id = chat_id WHERE account_id = $1 AND external_id = $2`,
      [accountId, from],
    );
    expect(turns).toEqual([{ state: 'silent', reason: 'from-bot' }]);
    const here =
      'SELECT 1 FROM outbox JOIN chats ON chats.id = chat_id WHERE chats.account_id = $1 AND external_id = $2';
    expect(await query(here, [accountId, from])).toEqual([]);
    // A person beside it is answered.
    const sender = { id: '34600000001@c.us', phone: '+34600000001' };
    const asked = newIncomingMessage({ from, sender, text: 'and I?', sentAt: new Date(), mentionsMe: true });
    await part(EventIntake).take(accountId, { type: 'message', message: asked });
    await app.drained();
    expect(await query(here, [accountId, from])).toHaveLength(1);
  });
});
