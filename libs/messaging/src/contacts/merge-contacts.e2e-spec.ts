import { MessagingStage } from '../../testing/messaging-stage.js';

const LONG_AGO = new Date(0);

describe('two chats that turn out to be one', () => {
  let stage: MessagingStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  /** Makes two chats, sets them up, and lets WhatsApp tell that they are one. Answers the one that is left. */
  async function merged(older: string, younger: string): Promise<Record<string, unknown>> {
    phones += 1;
    const pn = `3460000${String(phones).padStart(4, '0')}@c.us`;
    const lid = `990000${phones}@lid`;
    await stage.say({ from: pn, id: `${phones}-doubled`, sentAt: LONG_AGO });
    await stage.say({ from: lid, id: `${phones}-doubled`, sentAt: LONG_AGO });
    await stage.say({ from: lid, id: `${phones}-own`, sentAt: LONG_AGO });
    await stage.rows(`UPDATE chats SET ${older} WHERE external_id = $1`, [pn]);
    await stage.rows(`UPDATE chats SET ${younger} WHERE external_id = $1`, [lid]);
    await stage.say({ from: lid, sender: { id: lid, phone: `+${pn.split('@')[0]}`, lid }, sentAt: LONG_AGO });
    return stage.row(
      `SELECT chats.*, (SELECT count(*)::integer FROM messages WHERE chat_id = chats.id) AS stored
       FROM chats WHERE external_id IN ($1, $2)`,
      [pn, lid],
    );
  }

  it.each([
    ['paused before draft', `reply_mode = 'draft'`, `reply_mode = 'paused'`, { reply_mode: 'paused' }],
    ['draft before auto', `reply_mode = 'draft'`, `reply_mode = 'auto'`, { reply_mode: 'draft' }],
    ['auto before the default', `reply_mode = NULL`, `reply_mode = 'auto'`, { reply_mode: 'auto' }],
    ['barred before allowed', `allowed = true`, `allowed = false`, { allowed: false }],
    ['allowed before the default', `allowed = NULL`, `allowed = true`, { allowed: true }],
    ['barred before the default', `allowed = false`, `allowed = NULL`, { allowed: false }],
    ['the title that there is', `title = NULL`, `title = 'Ana'`, { title: 'Ana' }],
    ['the opt-out', `opted_out_at = NULL`, `opted_out_at = now()`, { opted_out_at: expect.any(Date) }],
  ])('keep %s', async (_, older, younger, kept) => {
    expect(await merged(older, younger)).toMatchObject(kept);
  });

  it('count each message once', async () => {
    expect(await merged('title = NULL', 'title = NULL')).toMatchObject({ message_count: 3, stored: 3 });
  });

  it('keep a doubled message deleted that was deleted in one of them', async () => {
    const chat = await merged('title = NULL', 'title = NULL');
    expect(chat).toMatchObject({ stored: 3 });
    const [pn, lid] = ['34600009999@c.us', '9999@lid'];
    await stage.say({ from: pn, id: 'twice', text: 'secret', sentAt: LONG_AGO });
    await stage.say({ from: lid, id: 'twice', text: 'secret', sentAt: LONG_AGO });
    await stage.take({ type: 'revoke', chatId: lid, id: 'twice', at: new Date() });
    await stage.say({ from: lid, sender: { id: lid, phone: '+34600009999', lid }, sentAt: LONG_AGO });
    expect(await stage.row(`SELECT body FROM messages WHERE external_id = 'twice'`)).toEqual({ body: null });
  });
});
