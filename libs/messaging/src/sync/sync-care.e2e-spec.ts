import { waitFor } from '#testing';
import type { HistoryMessage } from '#whatsapp';

import { SyncStage } from '../../testing/sync-stage.js';
import { HistoryWriter } from '../history/history-writer.service.js';
import { IMPORTED_ID } from '../history/imported-id.js';
import { SyncRequests } from './sync-requests.service.js';

describe('comparing chats with care', () => {
  let stage: SyncStage;

  beforeAll(async () => {
    stage = await SyncStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.phone.read.length = 0;
    stage.phone.onRead = () => Promise.resolve();
  });

  it('leaves a failing chat behind, with its reason, and does the others', async () => {
    const [bad, good] = [stage.talk(), stage.talk()];
    for (const chat of [bad, good]) {
      await chat.known('known', 5);
      chat.onPhone('missed', 4);
    }
    stage.phone.onRead = ({ chatId }) =>
      chatId === bad.id ? Promise.reject(new Error('canary-secret')) : Promise.resolve();
    const ids = [await bad.ours(), await good.ours()];
    await stage.base.part(SyncRequests).ask(ids, 'recent', new Date());
    expect(await stage.ended(ids[1] ?? '')).toMatchObject({ state: 'done', added: 1 });
    const failed = await waitFor(
      async () => {
        const row = await stage.rowOf(ids[0] ?? '');
        return row.state === 'failed' && row;
      },
      { what: 'it to be given up', timeoutMs: 20_000 },
    );
    expect(failed).toMatchObject({ attempts: 3, last_error_code: 'sync.history-unreadable' });
    expect(failed.last_error_message).not.toContain('canary');
    stage.phone.onRead = () => Promise.resolve();
    expect(await stage.sync(ids[0] ?? '')).toMatchObject({ state: 'done', added: 1, last_error_code: null });
  });

  it('keeps the names that people have now, and gives strangers theirs', async () => {
    const chat = stage.talk();
    await chat.known('I am Ana', 5);
    chat.onPhone('I was Bea', 3 * 24 * 60, { sender: { id: chat.id, name: 'Bea' } });
    await stage.sync(await chat.ours());
    expect(
      await stage.base.row(
        'SELECT contacts.name FROM contacts JOIN chats ON contact_id = contacts.id WHERE external_id = $1',
        [chat.id],
      ),
    ).toEqual({ name: 'Ana' });
  });

  it('takes nothing for said to us that was said before the account was ours', async () => {
    const chat = stage.talk();
    chat.onPhone('STOP', 3 * 24 * 60);
    await chat.known('hi again', 5);
    const id = await chat.ours();
    expect(await stage.sync(id)).toMatchObject({ added: 1 });
    expect(await stage.base.row('SELECT opted_out_at FROM chats WHERE id = $1', [id])).toEqual({ opted_out_at: null });
    expect(
      await stage.base.row(`SELECT route, route_reason FROM messages WHERE chat_id = $1 AND route_reason = 'history'`, [
        id,
      ]),
    ).toEqual({
      route: 'skipped',
      route_reason: 'history',
    });
  });

  it('takes what can be read at last for news, and leaves alone what the phone cannot read either', async () => {
    const chat = stage.talk();
    const unread = (message: HistoryMessage): Promise<void> =>
      stage.base.take({ type: 'message', message: { ...message, kind: 'unknown', text: '', live: true } });
    await unread(chat.onPhone('STOP', 0));
    const strange = chat.onPhone('', 0, { kind: 'unknown' });
    await unread(strange);
    const rowOfStrange = () => stage.base.row('SELECT id FROM messages WHERE external_id = $1', [strange.id]);
    const before = await rowOfStrange();
    const id = await chat.ours();
    expect(await stage.sync(id)).toMatchObject({ added: 0, edited: 1 });
    expect(await chat.texts()).toEqual(expect.arrayContaining(['STOP']));
    // What we say to the STOP may have come by now, or not yet.
    expect(
      await stage.base.row(
        `SELECT opted_out_at IS NOT NULL AS out, (
           SELECT count(*)::integer FROM messages WHERE chat_id = chats.id AND author = 'contact') AS heard
         FROM chats WHERE id = $1`,
        [id],
      ),
    ).toEqual({ heard: 2, out: true });
    expect(await stage.sync(id)).toMatchObject({ added: 0, edited: 0 });
    expect(await rowOfStrange()).toEqual(before);
  });

  it('knows what was imported before, as many times as it was', async () => {
    const chat = stage.talk();
    await chat.known('newest', 1);
    const id = await chat.ours();
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 7 * 86_400_000);
    const said = (text: string, seconds: number, fromMe = false) => ({
      text,
      fromMe,
      sentAt: new Date(minute.getTime() + seconds * 1_000),
    });
    const phoneHas = [
      said('ok', 1),
      said('ok', 2),
      said('ok', 3),
      said('👍', 4),
      said('mine', 5, true),
      said('later', 61),
    ];
    for (const one of phoneHas) stage.phone.put(chat.message(one.text, 0, one));
    await stage.base.part(HistoryWriter).write(
      id,
      [said('ok', 0), said('ok', 0), said('👍', 0), said('mine', 0, true), said('mine', 0)].map((one, index) => ({
        ...one,
        externalId: `${IMPORTED_ID}${index}`,
        sender: one.fromMe ? null : { externalId: chat.id },
        kind: 'text',
      })),
    );
    expect(await stage.sync(id, 'full')).toMatchObject({ added: 2 });
    expect(await stage.sync(id, 'full')).toMatchObject({ added: 0 });
    expect((await chat.texts()).toSorted()).toEqual(['later', 'mine', 'mine', 'newest', 'ok', 'ok', 'ok', '👍'].sort());
  });

  it('leaves alone what an archive has', async () => {
    const chat = stage.talk();
    await chat.known('archived', 60);
    const last = await chat.known('archived, too', 50);
    chat.onPhone('never seen, and before the archive’s end', 55);
    chat.onPhone('after it', 40);
    const id = await chat.ours();
    await stage.base.rows('DELETE FROM messages WHERE chat_id = $1', [id]);
    await stage.base.rows('UPDATE chats SET archived_at = now() WHERE id = $1', [id]);
    expect(await stage.sync(id, 'full')).toMatchObject({ state: 'done', added: 1 });
    expect(stage.phone.read[0]?.after?.getTime()).toBe(last.sentAt.getTime() + 1);
    expect(await stage.base.rows('SELECT 1 FROM messages WHERE chat_id = $1', [id])).toHaveLength(1);
  });

  it('does not bring back what was removed for good', async () => {
    const chat = stage.talk();
    await chat.known('removed', 60);
    const last = await chat.known('removed, too', 50);
    await chat.known('kept', 40);
    const id = await chat.ours();
    await stage.base.rows('DELETE FROM messages WHERE chat_id = $1 AND sent_at <= $2', [id, last.sentAt]);
    await stage.base.rows('UPDATE chats SET forgotten_until = $2 WHERE id = $1', [id, last.sentAt]);
    expect(await stage.sync(id, 'full')).toMatchObject({ state: 'done', added: 0 });
    expect(await chat.texts()).toEqual(['kept']);
  });

  it('doubles nothing of a chat that is archived while its page is read', async () => {
    const chat = stage.talk();
    await chat.known('archived', 60);
    const id = await chat.ours();
    stage.phone.onRead = async () => {
      await stage.base.rows('DELETE FROM messages WHERE chat_id = $1', [id]);
      await stage.base.rows('UPDATE chats SET archived_at = now() WHERE id = $1', [id]);
    };
    expect(await stage.sync(id)).toMatchObject({ state: 'done', added: 0 });
    expect(await stage.base.rows('SELECT 1 FROM messages WHERE chat_id = $1', [id])).toEqual([]);
  });

  it('says so where the network keeps no history', async () => {
    const chat = stage.talk();
    await chat.known('known', 5);
    const id = await chat.ours();
    Object.assign(stage.port, { capabilities: { ...stage.port.capabilities, history: false } });
    expect(await stage.sync(id)).toMatchObject({
      state: 'unsupported',
      last_error_message: expect.stringContaining('webjs') as string,
    });
    Object.assign(stage.port, { capabilities: stage.connector.capabilities });
    expect(await stage.sync(id)).toMatchObject({ state: 'done' });
  });

  it('writes nothing for an owner who was taken for dead', async () => {
    const chat = stage.talk();
    await chat.known('known', 5);
    const id = await chat.ours();
    let letGo: () => void = () => undefined;
    stage.phone.onRead = () => new Promise((resolve) => (letGo = resolve));
    await stage.ask(id);
    await waitFor(() => stage.phone.read.length === 1, { what: 'the look' });
    await stage.base.rows(
      'UPDATE accounts SET fencing_token = fencing_token + 1, lease_expires_at = NULL WHERE id = $1',
      [stage.base.accountId],
    );
    letGo();
    stage.phone.onRead = () => Promise.resolve();
    // Whoever has the account next goes on with it.
    await waitFor(() => stage.phone.read.length === 2, { what: 'the look of the next owner', timeoutMs: 20_000 });
    expect(await stage.ended(id)).toMatchObject({ state: 'done' });
  });
});
