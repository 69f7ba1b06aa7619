import { newId } from '#kernel';
import { MergeFollowers } from '#messaging';
import { DataSource } from 'typeorm';

import { schemaDrift } from '#database';

import { SafetyGuard } from '../guard/safety-guard.service.js';
import { newQuestion } from '../../../testing/safety/safety-bench.js';
import { SafetyStage } from '../../../testing/safety/safety-stage.js';
import { SafetyDesk } from './safety-desk.service.js';

interface IncidentAnswer {
  readonly id: string;
  readonly kind: string;
  readonly handled_at: string | null;
}
interface IncidentPage {
  readonly incidents: readonly IncidentAnswer[];
  readonly next_cursor: string | null;
}

const DAY_MS = 24 * 3_600_000;

describe('the safety desk', () => {
  let stage: SafetyStage;
  let desk: SafetyDesk;
  let guard: SafetyGuard;

  beforeAll(async () => {
    stage = await SafetyStage.open();
    desk = stage.app.get(SafetyDesk, { strict: false });
    guard = stage.app.get(SafetyGuard, { strict: false });
  });
  afterAll(() => stage.close());

  it('has the tables that its entities describe', async () => {
    expect(await schemaDrift(stage.app.get(DataSource))).toEqual([]);
  });

  it('writes down a danger once, without a word of what was said, and pauses what we would write first', async () => {
    const { chatId, contactId } = await stage.newChat();
    const asked = newQuestion({ text: 'I want to kill myself CANARY', chatId, contactId, messageIds: [newId()] });
    for (let times = 0; times < 3; times += 1) {
      expect(await guard.before(asked)).toMatchObject({ kind: 'say', reason: 'danger:self-harm' });
    }
    expect(await guard.before(asked)).toMatchObject({
      texts: [expect.stringContaining('Thank you')],
    });
    expect(await desk.caredForLately({ chatId, messageIds: [newId()] })).toBe(true);
    expect(await desk.caredForLately({ chatId, messageIds: [newId(), ...asked.messageIds] })).toBe(false);
    const { body } = await stage.call<IncidentPage>('GET', `/incidents?chat_id=${chatId}`);
    expect(body.incidents).toEqual([
      {
        id: expect.any(String),
        chat_id: chatId,
        contact_id: contactId,
        message_id: asked.messageIds[0],
        kind: 'self-harm',
        level: 0,
        action: 'care',
        created_at: expect.any(String),
        handled_at: null,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('CANARY');
    const pausedUntil = await desk.proactivePausedUntil(contactId);
    expect(pausedUntil!.getTime()).toBeGreaterThan(Date.now() + 6 * DAY_MS);
  });

  it('shows incidents page by page, by what they are, and whether somebody has looked', async () => {
    const { chatId, contactId } = await stage.newChat();
    for (const messageId of [newId(), newId(), newId()]) await desk.report({ chatId, contactId, messageId });
    await desk.report({ chatId, contactId });
    await desk.report({ chatId, contactId });
    const found: string[] = [];
    let cursor: string | null = null;
    const pageAfter = (after: string | null) =>
      stage.call<IncidentPage>(
        'GET',
        `/incidents?contact_id=${contactId}&kind=report&limit=2${after === null ? '' : `&cursor=${after}`}`,
      );
    do {
      const { body }: { readonly body: IncidentPage } = await pageAfter(cursor);
      found.push(...body.incidents.map(({ id }) => id));
      cursor = body.next_cursor;
    } while (cursor !== null);
    expect(new Set(found).size).toBe(5);
    expect(found).toEqual([...found].sort().reverse());

    const handled = await stage.call<IncidentAnswer>('POST', `/incidents/${found[0]}/handled`);
    expect(handled).toMatchObject({ status: 200, body: { handled_at: expect.any(String) } });
    const again = await stage.call<IncidentAnswer>('POST', `/incidents/${found[0]}/handled`);
    expect(again.body.handled_at).toBe(handled.body.handled_at);
    const open = await stage.call<IncidentPage>('GET', `/incidents?contact_id=${contactId}&handled=false`);
    const done = await stage.call<IncidentPage>('GET', `/incidents?contact_id=${contactId}&handled=true`);
    expect([open.body.incidents.length, done.body.incidents.length]).toEqual([4, 1]);
  });

  it.each([
    ['GET', '/incidents?kind=gossip', 400, 'request.invalid'],
    ['GET', '/incidents?handled=maybe', 400, 'request.invalid'],
    ['GET', '/incidents?limit=0', 400, 'request.invalid'],
    ['GET', '/incidents?chat_id=x', 400, 'request.invalid'],
    ['GET', '/incidents?cursor=forged', 400, 'cursor.invalid'],
    ['POST', '/incidents/x/handled', 404, 'safety.incident-not-found'],
    ['POST', '/incidents/0197a000-0000-7000-8000-000000000000/handled', 404, 'safety.incident-not-found'],
    ['GET', '/contacts/x', 404, 'contact.not-found'],
    ['GET', '/contacts/0197a000-0000-7000-8000-000000000000', 404, 'contact.not-found'],
  ])('%s %s is answered %i', async (method, path, status, code) => {
    expect(await stage.call(method, path)).toMatchObject({ status, body: { code } });
  });

  it.each([
    [{}],
    [{ adult: 'yes' }],
    [{ adult: null }],
    [{ adult: 'confirmed', proactive_paused_until: 'tomorrow' }],
    [{ adult: 'confirmed', age: 40 }],
  ])('takes no contact as %j', async (change) => {
    const { contactId } = await stage.newChat();
    expect(await stage.call('PUT', `/contacts/${contactId}`, change)).toMatchObject({ status: 400 });
  });

  it('knows a minor by their words until an operator corrects it, and anew when they say it again', async () => {
    const { chatId, contactId } = await stage.newChat();
    const known = async () =>
      (await stage.call<{ adult: string; set_by: string }>('GET', `/contacts/${contactId}`)).body;
    const character = { name: 'Alma', age: 30, maturity: 'general' } as const;
    const says = (text: string) =>
      guard.before(newQuestion({ text, character, chatId, contactId, messageIds: [newId()] }));
    expect(await known()).toMatchObject({ adult: 'unknown', set_by: null });
    await stage.call('PUT', `/contacts/${contactId}`, { adult: 'confirmed' });
    expect(await known()).toMatchObject({ adult: 'confirmed', set_by: 'operator' });
    await says("I'm 15");
    expect(await known()).toMatchObject({ adult: 'minor', set_by: 'signal' });
    expect(await says('hello again')).toMatchObject({ kind: 'answer', child: true, ceiling: 2 });
    await stage.call('PUT', `/contacts/${contactId}`, { adult: 'confirmed' });
    expect(await says('hello again')).toMatchObject({ kind: 'answer', child: false });
    await says('tengo 14 años');
    expect(await known()).toMatchObject({ adult: 'minor' });
    const { body } = await stage.call<IncidentPage>('GET', `/incidents?contact_id=${contactId}&kind=minor`);
    expect(body.incidents).toHaveLength(2);
  });

  it('changes a pause by hand, and never ends one early by itself', async () => {
    const { chatId, contactId } = await stage.newChat();
    const until = new Date(Date.now() + 30 * DAY_MS);
    await stage.call('PUT', `/contacts/${contactId}`, {
      adult: 'unknown',
      proactive_paused_until: until.toISOString(),
    });
    await guard.before(newQuestion({ text: 'I want to die', chatId, contactId, messageIds: [newId()] }));
    expect(await desk.proactivePausedUntil(contactId)).toEqual(until);
    await stage.call('PUT', `/contacts/${contactId}`, { adult: 'unknown' });
    expect(await desk.proactivePausedUntil(contactId)).toEqual(until);
    await stage.call('PUT', `/contacts/${contactId}`, { adult: 'unknown', proactive_paused_until: null });
    expect(await desk.proactivePausedUntil(contactId)).toBeNull();
  });

  it('is told once of what one turn said, however much joins the turn meanwhile', async () => {
    const { chatId, contactId } = await stage.newChat();
    const [first, second] = [newId(), newId()];
    const asked = { text: 'I want to die', chatId, contactId };
    await guard.before(newQuestion({ ...asked, messageIds: [first] }));
    await guard.before(newQuestion({ ...asked, messageIds: [first, second] }));
    const { body } = await stage.call<IncidentPage>('GET', `/incidents?chat_id=${chatId}`);
    expect(body.incidents).toMatchObject([{ kind: 'self-harm', message_id: first }]);
    await guard.before(newQuestion({ ...asked, messageIds: [newId()] }));
    const { body: later } = await stage.call<IncidentPage>('GET', `/incidents?chat_id=${chatId}`);
    expect(later.incidents).toHaveLength(2);
  });

  describe('when two contacts are one', () => {
    it.each([
      ['minor', 'confirmed', 'minor'],
      ['confirmed', 'minor', 'minor'],
      ['unknown', 'confirmed', 'unknown'],
      ['confirmed', 'confirmed', 'confirmed'],
      ['minor', null, 'minor'],
      [null, 'minor', 'minor'],
    ] as const)('%s and %s are %s', async (older, younger, kept) => {
      const [from, into] = [await stage.newChat(), await stage.newChat()];
      for (const [{ contactId }, adult] of [
        [from, older],
        [into, younger],
      ] as const) {
        if (adult !== null) await stage.call('PUT', `/contacts/${contactId}`, { adult });
      }
      await desk.report({ chatId: from.chatId, contactId: from.contactId });
      const followers = stage.app.get(MergeFollowers, { strict: false });
      await stage.app.get(DataSource).transaction(async (manager) => {
        await manager.query('UPDATE contacts SET merged_into = $1 WHERE id = $2', [into.contactId, from.contactId]);
        await followers.contacts(manager, { from: from.contactId, into: into.contactId });
        await followers.chats(manager, { from: from.chatId, into: into.chatId });
      });
      for (const { contactId } of [from, into]) {
        expect(await desk.contactSafety(contactId)).toMatchObject({ contactId: into.contactId, adult: kept });
      }
      const { body } = await stage.call<IncidentPage>(
        'GET',
        `/incidents?contact_id=${into.contactId}&chat_id=${into.chatId}`,
      );
      expect(body.incidents).toHaveLength(1);
      await desk.noteMinor({ contactId: from.contactId, chatId: into.chatId, messageId: null });
      expect(await desk.contactSafety(into.contactId)).toMatchObject({ adult: 'minor' });
    });
  });

  it('keeps nothing of a contact or a chat that is gone', async () => {
    const { chatId, contactId } = await stage.newChat();
    await desk.report({ chatId, contactId });
    await desk.noteMinor({ contactId, chatId, messageId: null });
    await stage.query('DELETE FROM chats WHERE id = $1', [chatId]);
    await stage.query('DELETE FROM contacts WHERE id = $1', [contactId]);
    const rows = await stage.query(
      `SELECT id FROM safety_incidents WHERE contact_id = $1 UNION SELECT contact_id FROM contact_safety WHERE contact_id = $1`,
      [contactId],
    );
    expect(rows).toEqual([]);
  });
});
