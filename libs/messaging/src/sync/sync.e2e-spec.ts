import { waitFor } from '#testing';

import { SyncStage } from '../../testing/sync-stage.js';
import { SyncRequests } from './sync-requests.service.js';

describe('comparing chats with the phone', () => {
  let stage: SyncStage;

  beforeAll(async () => {
    stage = await SyncStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.phone.read.length = 0;
    stage.phone.onRead = () => Promise.resolve();
  });

  it('stores what was missed once, and answers nothing that is stale', async () => {
    const chat = stage.talk();
    await chat.known('first', 3_000);
    chat.onPhone('missed', 2_900);
    chat.onPhone('mine', 2_800, { fromMe: true });
    await chat.known('last', 2_700);
    const id = await chat.ours();
    expect(await stage.sync(id)).toMatchObject({ state: 'done', added: 2, edited: 0, deleted: 0, cursor: null });
    expect(await chat.texts()).toEqual(['first', 'missed', 'mine', 'last']);
    expect(await stage.sync(id, 'full')).toMatchObject({ state: 'done', added: 0, edited: 0, deleted: 0 });
    expect(await chat.texts()).toHaveLength(4);
    expect(await stage.base.rows(`SELECT 1 FROM messages WHERE chat_id = $1 AND route <> 'skipped'`, [id])).toEqual([]);
    expect(await stage.base.row('SELECT message_count FROM chats WHERE id = $1', [id])).toEqual({ message_count: 4 });
  });

  it('takes over edits and deletions', async () => {
    const chat = stage.talk();
    const [edited, deleted] = [await chat.known('one', 50), await chat.known('two', 40)];
    const editedAt = new Date();
    stage.phone.put({ ...edited, text: 'one, mended', editedAt });
    stage.phone.put({ ...deleted, text: '', revoked: true });
    chat.onPhone('deleted before we saw it', 30, { revoked: true });
    chat.onPhone('edited before we saw it', 20, { editedAt });
    const id = await chat.ours();
    expect(await stage.sync(id)).toMatchObject({ added: 1, edited: 1, deleted: 1 });
    expect(await chat.texts()).toEqual(['one, mended', null, 'edited before we saw it']);
    const rows = await stage.base.rows(
      'SELECT edited_at IS NOT NULL AS e, revoked_at IS NOT NULL AS r FROM messages WHERE chat_id = $1 ORDER BY sent_at',
      [id],
    );
    expect(rows).toEqual([
      { e: true, r: false },
      { e: false, r: true },
      { e: true, r: false },
    ]);
    expect(await stage.sync(id)).toMatchObject({ added: 0, edited: 0, deleted: 0 });
  });

  it('doubles nothing while the same comes live', async () => {
    const chat = stage.talk();
    await chat.known('first', 5);
    const same = Array.from({ length: 40 }, (_, index) => chat.onPhone(`${index}`, 4));
    const id = await chat.ours();
    await stage.ask(id);
    await Promise.all(
      same.map((message) => stage.port.observe({ type: 'message', message: { ...message, live: true } })),
    );
    await stage.ended(id);
    expect((await chat.texts()).toSorted()).toEqual(['first', ...same.map(({ text }) => text)].sort());
  });

  it('goes back page by page to the beginning, and remembers how far it is', async () => {
    const chat = stage.talk();
    await chat.known('newest', 1);
    for (let index = 0; index < 450; index += 1) chat.onPhone(`${index}`, 10 + index);
    const id = await chat.ours();
    const recent = await stage.sync(id);
    expect(recent).toMatchObject({ state: 'done', added: 49, last_full_at: null });
    expect(stage.phone.read).toHaveLength(1);
    const full = await stage.sync(id, 'full');
    expect(full).toMatchObject({ state: 'done', kind: 'full', added: 401, last_full_at: expect.any(Date) as Date });
    expect(stage.phone.read.slice(1).map(({ limit }) => limit)).toEqual([200, 200, 200]);
    expect(await chat.texts()).toHaveLength(451);
    expect(full.covered_from.getTime()).toBeLessThan(recent.covered_from.getTime());
    stage.phone.read.length = 0;
    await stage.sync(id);
    expect(stage.phone.read).toHaveLength(1);
    expect((await stage.rowOf(id)).covered_from).toEqual(full.covered_from);
  });

  it('goes on with the next page after it was cut off', async () => {
    const chat = stage.talk();
    await chat.known('newest', 1);
    for (let index = 0; index < 450; index += 1) chat.onPhone(`${index}`, 10 + index);
    const id = await chat.ours();
    stage.phone.onRead = ({ before }) => (before === undefined ? Promise.resolve() : new Promise(() => undefined));
    await stage.ask(id, 'full');
    await waitFor(async () => (await stage.rowOf(id)).cursor !== null && stage.phone.read.length === 2, {
      what: 'the second page',
    });
    await stage.port.become('RECONNECTING');
    stage.phone.onRead = () => Promise.resolve();
    const { cursor } = await stage.rowOf(id);
    await stage.restart();
    expect(await stage.ended(id)).toMatchObject({ state: 'done', added: 450 });
    expect(stage.phone.read.filter(({ before }) => before === undefined)).toHaveLength(1);
    expect(stage.phone.read[2]?.before).toBe(cursor);
  });

  it('finds the chats that only the phone has', async () => {
    const [known, missing] = [stage.talk(), stage.talk()];
    await known.known('hi', 5);
    missing.onPhone('nobody told you', 5);
    await stage.base.part(SyncRequests).askAll('recent', new Date());
    await waitFor(async () => (await missing.texts()).length === 1, { what: 'the missing chat' });
    await stage.ended(await missing.ours());
    await stage.ended(await known.ours());
    expect(await missing.texts()).toEqual(['nobody told you']);
    expect(await stage.base.rows(`SELECT 1 FROM account_syncs WHERE state = 'done'`)).toHaveLength(1);
  });

  it('looks again for what came while it was at work', async () => {
    const chat = stage.talk();
    await chat.known('known', 5);
    const id = await chat.ours();
    let letGo: () => void = () => undefined;
    stage.phone.onRead = () => new Promise((resolve) => (letGo = resolve));
    await stage.ask(id, 'full');
    await waitFor(() => stage.phone.read.length === 1, { what: 'the first look' });
    stage.phone.onRead = () => Promise.resolve();
    await stage.ask(id);
    letGo();
    await stage.ended(id);
    expect(stage.phone.read).toHaveLength(2);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'done', last_full_at: expect.any(Date) as Date });
  });
});
