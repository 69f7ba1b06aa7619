import { MessagingStage } from '../../testing/messaging-stage.js';
import { EarlyRevisionSweep } from './early-revision-sweep.service.js';
import { MessagePages } from './message-pages.service.js';

/** Old enough not to be answered. */
const LONG_AGO = new Date(0);
const at = new Date();

describe('edits and deletions', () => {
  let stage: MessagingStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  /** A phone and a LID that is told to be the same person's when `link` is called. */
  const newPerson = () => {
    phones += 1;
    const pn = `3460000${String(phones).padStart(4, '0')}@c.us`;
    const lid = `990000${phones}@lid`;
    const link = () =>
      stage.say({ from: lid, sender: { id: lid, phone: `+${pn.split('@')[0]}`, lid }, sentAt: LONG_AGO });
    return { pn, lid, link };
  };
  const textOf = async (id: string): Promise<string | null | undefined> => {
    const { chat_id: chat } = await stage.row<{ chat_id: string }>(
      'SELECT chat_id FROM messages WHERE external_id = $1',
      [id],
    );
    const { items } = await stage.part(MessagePages).ofChat(chat, { limit: 50 });
    return items.find(({ externalId }) => externalId === id)?.text;
  };
  const waiting = async () => (await stage.rows('SELECT 1 FROM early_revisions')).length;

  it('reach their message under another address of its chat', async () => {
    const { pn, lid, link } = newPerson();
    const kept = await stage.say({ from: pn, text: 'first', sentAt: LONG_AGO });
    const gone = await stage.say({ from: pn, text: 'secret', sentAt: LONG_AGO });
    await link();
    await stage.take({ type: 'edit', chatId: pn, id: kept, text: 'second', at });
    await stage.take({ type: 'revoke', chatId: lid, id: gone, at });
    expect([await textOf(kept), await textOf(gone), await waiting()]).toEqual(['second', null, 0]);
  });

  it('wait for their message', async () => {
    const { pn } = newPerson();
    const [edited, gone] = [`E${pn}`, `R${pn}`];
    await stage.take({ type: 'edit', chatId: pn, id: edited, text: 'third', at: new Date(at.getTime() + 2_000) });
    await stage.take({ type: 'edit', chatId: pn, id: edited, text: 'second', at });
    await stage.take({ type: 'edit', chatId: pn, id: gone, text: 'secret', at });
    await stage.take({ type: 'revoke', chatId: pn, id: gone, at });
    await stage.take({ type: 'edit', chatId: pn, id: gone, text: 'secret', at: new Date(at.getTime() + 2_000) });
    await stage.say({ from: pn, id: edited, text: 'first' });
    await stage.say({ from: pn, id: gone, text: 'secret' });
    expect([await textOf(edited), await textOf(gone), await waiting()]).toEqual(['third', null, 0]);
    const sql = 'SELECT route, route_reason FROM messages WHERE external_id = $1';
    expect(await stage.row(sql, [gone])).toEqual({ route: 'skipped', route_reason: 'revoked' });
    expect(
      await stage.rows('SELECT 1 FROM data_keys WHERE subject_id NOT IN (SELECT subject_id FROM messages)'),
    ).toEqual([]);
  });

  it('find their message when two addresses turn out to be one chat', async () => {
    const { pn, lid, link } = newPerson();
    const media = { mimeType: 'image/png', viewOnce: false };
    const id = await stage.say({ from: pn, kind: 'image', text: 'secret', media, sentAt: LONG_AGO });
    await stage.take({ type: 'revoke', chatId: lid, id, at });
    expect([await textOf(id), await waiting()]).toEqual(['secret', 1]);
    await link();
    await stage.part(EarlyRevisionSweep).sweep();
    expect([await textOf(id), await waiting()]).toEqual([null, 0]);
    expect(await stage.row('SELECT state, reason FROM media WHERE external_id = $1', [id])).toEqual({
      state: 'skipped',
      reason: 'revoked',
    });
  });

  it('are no concern of another chat', async () => {
    const { pn } = newPerson();
    const id = await stage.say({ from: pn, text: 'mine', sentAt: LONG_AGO });
    await stage.take({ type: 'revoke', chatId: '120363000000000001@g.us', id, at });
    await stage.take({ type: 'revoke', chatId: newPerson().pn, id, at });
    await stage.part(EarlyRevisionSweep).sweep();
    expect(await textOf(id)).toBe('mine');
  });

  it('are destroyed, with their keys, when they waited in vain', async () => {
    await stage.take({ type: 'edit', chatId: newPerson().pn, id: 'never', text: 'secret', at });
    const { id } = await stage.row<{ id: string }>(`SELECT id FROM early_revisions WHERE external_id = 'never'`);
    await stage.rows(`UPDATE early_revisions SET noted_at = now() - interval '8 days'`);
    await stage.part(EarlyRevisionSweep).sweep();
    expect(await waiting()).toBe(0);
    expect(await stage.rows('SELECT 1 FROM data_keys WHERE subject_id = $1', [id])).toEqual([]);
  });
});
