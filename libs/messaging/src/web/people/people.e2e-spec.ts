import { Transactions } from '#database';
import { newId } from '#kernel';
import { waitFor } from '#testing';

import { WebStage } from '../../../testing/web-stage.js';
import { mergeContacts } from '../../contacts/merge-contacts.js';
import { MergeFollowers } from '../../contacts/merge-followers.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { People } from './people.service.js';

const WAITING = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('people', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open();
  });

  afterAll(() => stage.close());

  /** Somebody whom WhatsApp knows by that number. */
  async function onWhatsApp(phone: string): Promise<string> {
    const [id, accountId] = [newId(), newId()];
    await stage.rows(`INSERT INTO accounts (id, name, connector, wanted) VALUES ($1, $2, 'simulator', 'stopped')`, [
      accountId,
      accountId,
    ]);
    await stage.rows('INSERT INTO contacts (id, account_id) VALUES ($1, $2)', [id, accountId]);
    await stage.rows(`INSERT INTO contact_aliases VALUES ($1, 'pn', $2, $3)`, [accountId, phone, id]);
    return id;
  }

  it('makes somebody known once, whoever asks at the same time', async () => {
    const people = stage.part(People);
    const ids = await Promise.all(Array.from({ length: 20 }, () => people.resolve('user-7', 'Ana')));
    expect(new Set(ids).size).toBe(1);
    expect(await people.find('user-7')).toBe(ids[0]);
    expect(await people.find(ids[0] ?? '')).toBe(ids[0]);
    expect(await stage.rows('SELECT name FROM contacts WHERE id = $1', [ids[0]])).toEqual([{ name: 'Ana' }]);
  });

  it.each(['nobody', newId(), '', 'x'.repeat(201), 'a\u0000b', '\ud800', 'a\nb'])(
    'does not find %j',
    async (userId) => {
      await expect(stage.part(People).find(userId)).rejects.toMatchObject({ code: 'person.not-found' });
    },
  );

  it.each(['', 'x'.repeat(201), 'a\u0000b', '\ud800', 'a\nb'])('makes nobody of %j', async (userId) => {
    await expect(stage.part(People).resolve(userId)).rejects.toMatchObject({ code: 'person.id-invalid' });
  });

  it('takes a number for the person of WhatsApp, and bare digits for the site’s own id first', async () => {
    const people = stage.part(People);
    const theirs = await people.resolve('34600000777');
    const known = await onWhatsApp('34600000777');
    expect(await people.find('+34600000777')).toBe(known);
    expect(await people.find('34600000777@c.us')).toBe(known);
    expect(await people.find('34600000777')).toBe(theirs);
    const other = await onWhatsApp('34600000778');
    expect(await people.find('34600000778')).toBe(other);
    // Whoever asks for a token with a customer's number gets no stranger's conversations.
    expect(await people.resolve('34600000778')).not.toBe(other);
    expect(await people.resolve('+34600000778')).toBe(other);
  });

  it('keeps a conversation that begins while two turn out to be one', async () => {
    const [winner, loser] = [await stage.person(), await stage.person()];
    const begun = await stage.part(Transactions).run(async (manager) => {
      const merge = { winner: winner.contactId, loser: loser.contactId };
      await mergeContacts(manager, WEB_ACCOUNT_ID, merge, stage.part(MergeFollowers));
      const conversation = stage.conversation(loser);
      const isDone = { now: false };
      void conversation.finally(() => (isDone.now = true));
      await waitFor(async () => isDone.now || (await stage.count(WAITING)) > 0, { what: 'it to wait' });
      // Not awaited before the commit.
      return { conversation };
    });
    const { id } = await begun.conversation;
    for (const viewer of [winner, loser]) {
      expect((await stage.part(Conversations).list(viewer, { limit: 9 })).items).toMatchObject([{ id }]);
    }
  });

  it('keeps a person’s conversations and what they were to be told when two turn out to be one', async () => {
    const [winner, loser] = [await stage.person(), await stage.person()];
    const [mine, theirs] = [await stage.conversation(winner), await stage.conversation(loser)];
    await stage.say(winner, mine.id, 'one');
    await stage.say(loser, theirs.id, 'two');
    await stage.say(loser, theirs.id, 'three');
    await stage
      .part(Transactions)
      .run((manager) =>
        mergeContacts(
          manager,
          WEB_ACCOUNT_ID,
          { winner: winner.contactId, loser: loser.contactId },
          stage.part(MergeFollowers),
        ),
      );
    for (const viewer of [winner, loser]) {
      const { items } = await stage.part(Conversations).list(viewer, { limit: 9 });
      expect(items.map(({ id }) => id)).toEqual([theirs.id, mine.id]);
      expect(await stage.part(PersonEvents).lastPosition(viewer.contactId)).toBe('6');
      const events = await stage.part(PersonEvents).after(viewer.contactId, '0', 99);
      expect(events.map(({ position, chatId }) => [position, chatId])).toEqual([
        ['1', mine.id],
        ['2', mine.id],
        ...['3', '4', '5', '6'].map((position) => [position, theirs.id]),
      ]);
    }
    // The token of before goes on.
    await stage.say(loser, theirs.id, 'four');
    expect(await stage.part(PersonEvents).lastPosition(winner.contactId)).toBe('8');
    expect(await stage.part(People).find(loser.contactId)).toBe(winner.contactId);
  });
});
