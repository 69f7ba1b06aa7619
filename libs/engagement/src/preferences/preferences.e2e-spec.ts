import { ChatWishes } from '#companions';
import { newId } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { waitFor } from '#testing';

import { EngagementStage } from '../../testing/engagement-stage.js';
import { Preferences } from './preferences.service.js';

/** As by default; on the stage none are. */
const NIGHT = { from: 21 * 60, until: 9 * 60 };
const OPERATOR = { by: 'operator', principal: 'admin' } as const;

describe('how people want to be written to', () => {
  let stage: EngagementStage;
  let preferences: Preferences;

  beforeAll(async () => {
    stage = await EngagementStage.open();
    preferences = stage.part(Preferences);
  });
  afterAll(() => stage.close());

  async function friend() {
    const phone = stage.phone();
    return { phone, ...(await stage.friend(phone)) };
  }

  function wish(contactId: string, chatId: string, text: string, messageId = newId(), inGroup = false) {
    const asked = { characterId: DEFAULT_CHARACTER_ID, contactId, chatId, messageId, text, inGroup };
    return stage.part(ChatWishes).answer({ ...asked, saidAt: new Date() });
  }

  it('is what they say in their chat: done, confirmed in one sentence, and what was planned before ends', async () => {
    const { phone, contactId, ...ids } = await friend();
    const planned = await stage.plan({ contactId, ...ids });
    const before = (await phone.ledger()).length;
    await phone.say('write me less please');
    await waitFor(async () => (await phone.ledger()).length > before, { what: 'the confirmation' });
    await stage.app.drained();
    const said = (await phone.ledger()).slice(before).map(({ body }) => body);
    expect(said).toEqual(["Okay, I'll write first less often."]);
    expect(await preferences.of(contactId)).toMatchObject({ frequency: 'low', changedBy: 'chat' });
    expect(await stage.find(planned)).toMatchObject({ status: 'skipped', reason: 'preference-changed' });
    const [note] = await stage.rows<object>(
      'SELECT principal, action, detail FROM engagement_audit WHERE subject = $1',
      [contactId],
    );
    expect(note).toEqual({ principal: 'chat', action: 'preferences.changed', detail: { frequency: 'low' } });
    await phone.say('escríbeme menos');
    await waitFor(async () => (await phone.ledger()).length > before + 1, { what: 'the second answer' });
    expect((await phone.ledger()).at(-1)?.body).toContain('lo menos posible');
  });

  it('is done once for each message, and answered the same when it comes again', async () => {
    const { contactId, chatId } = await friend();
    await preferences.change(contactId, { frequency: 'high' }, OPERATOR);
    const messageId = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => wish(contactId, chatId, 'write me less', messageId)));
    expect(new Set(answers)).toEqual(new Set(["Okay, I'll write first less often."]));
    expect((await preferences.of(contactId)).frequency).toBe('normal');
    expect(await wish(contactId, chatId, 'write me less')).toContain('less often');
    expect((await preferences.of(contactId)).frequency).toBe('low');
  });

  it('takes hours, zones and topics, and keeps topics sealed', async () => {
    const { contactId, chatId } = await friend();
    await wish(contactId, chatId, 'not before half past ten');
    await wish(contactId, chatId, 'no me escribas después de las nueve');
    await wish(contactId, chatId, 'my time zone is Tokyo');
    await wish(contactId, chatId, "don't bring up CANARY my ex");
    await wish(contactId, chatId, "don't bring up canary my ex");
    const topicsToAvoid = ['CANARY my ex'];
    const quietHours = { from: 21 * 60, until: 10 * 60 + 30 };
    expect(await preferences.of(contactId)).toMatchObject({
      ...{ quietHours, zone: 'Asia/Tokyo', zoneBy: 'chat', topicsToAvoid, frequency: null },
    });
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({
      ...{ quiet: quietHours, zones: ['Asia/Tokyo'], zonesFrom: 'chat' },
    });
    const kept = await stage.rows<{ text: string }>(
      `SELECT encode(topic, 'escape') AS text FROM engagement_avoided WHERE contact_id = $1
       UNION ALL SELECT detail::text FROM engagement_audit WHERE subject = $1::text`,
      [contactId],
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toContain('CANARY');
  });

  it('takes parts of the day and says what holds then', async () => {
    const { contactId, chatId } = await friend();
    await preferences.change(contactId, { quietHours: NIGHT }, OPERATOR);
    const hoursOf = async () => (await preferences.of(contactId)).quietHours;
    const messageId = newId();
    const said = "don't text me in the morning";
    expect(await wish(contactId, chatId, said, messageId)).toBe("Okay, I'll write first only between 12:00 and 21:00.");
    expect(await hoursOf()).toEqual({ from: 21 * 60, until: 12 * 60 });
    expect(await wish(contactId, chatId, said, messageId)).toContain('between 12:00 and 21:00');
    expect(await wish(contactId, chatId, 'escríbeme solo por la tarde')).toContain('entre las 12:00 y las 18:00');
    expect(await hoursOf()).toEqual({ from: 18 * 60, until: 12 * 60 });
  });

  it('says what holds where a time leaves no day but another', async () => {
    const { contactId, chatId } = await friend();
    await preferences.change(contactId, { quietHours: NIGHT }, OPERATOR);
    expect(await wish(contactId, chatId, 'not before ten pm')).toContain('only between 22:00 and 00:00');
  });

  it('is answered with what can be kept, where it cannot be, and changes nothing then', async () => {
    const { contactId, chatId } = await friend();
    await preferences.change(contactId, { quietHours: NIGHT }, OPERATOR);
    const honest = [
      await wish(contactId, chatId, 'only text me on weekends'),
      // Around noon there would be two stretches.
      await wish(contactId, chatId, "don't text me in the afternoon"),
    ];
    expect(honest).toEqual(Array(2).fill(expect.stringContaining("I can't keep to that")));
    expect(await preferences.of(contactId)).toMatchObject({ quietHours: NIGHT, changedBy: 'admin' });
  });

  it('is talk of anything where it is only half a sentence, unless a wish came right before', async () => {
    const { contactId, chatId } = await friend();
    expect(await wish(contactId, chatId, 'only on weekends')).toBeNull();
    await wish(contactId, chatId, 'write me less');
    expect(await wish(contactId, chatId, 'only on weekends')).toContain("I can't keep to that");
    await stage.rows(`UPDATE engagement_wishes SET at = at - interval '31 minutes' WHERE contact_id = $1`, [contactId]);
    expect(await wish(contactId, chatId, 'only on weekends')).toBeNull();
  });

  it('ends writing first and lets it begin again', async () => {
    const { contactId, chatId } = await friend();
    expect(await wish(contactId, chatId, 'Schreib mir nicht zuerst')).toContain('Antworten');
    expect((await preferences.of(contactId)).frequency).toBe('off');
    expect(await wish(contactId, chatId, 'write me less')).toContain("won't write first");
    await stage.rows('UPDATE engagement_people SET unanswered = 4 WHERE contact_id = $1', [contactId]);
    await wish(contactId, chatId, 'you can write to me again');
    expect((await preferences.of(contactId)).frequency).toBe('normal');
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({ unanswered: 0 });
  });

  it('is left alone by a change that changes nothing: what was planned and approved stays', async () => {
    const { phone, contactId, ...ids } = await friend();
    const planned = await stage.plan({ contactId, ...ids });
    const path = `/api/engagements/contacts/${phone.number}/preferences`;
    expect((await stage.app.request(path, { method: 'PUT', body: '{}' })).status).toBe(200);
    expect(await stage.find(planned)).toMatchObject({ status: 'planned' });
    expect(await preferences.of(contactId)).toMatchObject({ changedBy: null, changedAt: null });
  });

  it('is not said in a group, and is talk when it is none', async () => {
    const { contactId, chatId } = await friend();
    expect(await wish(contactId, chatId, 'write me less', newId(), true)).toBe('Tell me that in private, please.');
    expect(await wish(contactId, chatId, 'write me a poem')).toBeNull();
    expect(await preferences.of(contactId)).toMatchObject({ frequency: null, changedBy: null });
  });

  it('is obeyed in silence where nobody answers: paused, and after a STOP that is confirmed once', async () => {
    const { phone, contactId, chatId } = await friend();
    const bodies = async () => (await phone.ledger()).map(({ body }) => body);
    const before = (await bodies()).length;
    await phone.say('STOP');
    await waitFor(async () => (await bodies()).length > before, { what: 'the confirmation of the STOP' });
    await stage.app.drained();
    const after = await bodies();
    expect(after).toHaveLength(before + 1);
    await phone.say('stop');
    await phone.say("don't text me first");
    await waitFor(async () => (await preferences.of(contactId)).frequency === 'off', { what: 'the wish' });
    await stage.app.drained();
    expect(await bodies()).toEqual(after);
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({ chat: { optedOut: true } });

    const other = await friend();
    const path = `/api/conversations/chats/${other.phone.number}`;
    await stage.app.request(path, { method: 'PATCH', body: '{"reply_mode":"paused"}' });
    const heard = (await other.phone.ledger()).length;
    await other.phone.say('not before ten');
    await waitFor(async () => (await preferences.of(other.contactId)).quietHours !== null, { what: 'the hours' });
    await stage.app.drained();
    expect(await other.phone.ledger()).toHaveLength(heard);
  });
});
