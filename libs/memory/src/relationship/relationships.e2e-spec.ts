import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { MergeFollowers } from '#messaging';

import { TalkStage, type Line } from '../../testing/talk-stage.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import { RelationshipView } from '../facts/relationship-view.js';
import { MemoryTies } from '../reflection/memory-ties.service.js';
import { Relationships } from './relationships.service.js';

const MINUTE_MS = 60_000;
const STEP = ['relate'];

/** Lines a minute apart, ours after each of theirs. */
function exchange(texts: readonly string[], daysAgo: number): Line[] {
  const start = Date.now() - daysAgo * 1_440 * MINUTE_MS;
  return texts.flatMap((text, index) => [
    { text, at: new Date(start + 2 * index * MINUTE_MS) },
    { text: 'I see', at: new Date(start + (2 * index + 1) * MINUTE_MS), by: 'us' },
  ]);
}

const WARM = [
  'Good morning! How are you?',
  'I feel a bit lonely, my sister moved away and I miss her',
  'Thank you for listening, you are so kind',
  'We booked a flight for our holiday at the beach, I am so happy',
  'The hotel is right at the beach, and the trip is only a week',
  'And what about you? Do you like to travel?',
];

describe('relationships', () => {
  let stage: TalkStage;
  beforeAll(async () => {
    stage = await TalkStage.open();
  });
  afterAll(() => stage.close());

  const of = async ({ characterId, contactId }: { characterId: string; contactId: string }) =>
    stage.part(Relationships).of(characterId, contactId);

  it('knows nobody who never wrote', async () => {
    const { owner } = await stage.talk('34611000001', [{ text: 'Hello?', at: new Date(), by: 'us' }]);
    expect(await of(owner)).toBeNull();
    expect(await stage.part(RelationshipView).of(owner)).toBeNull();
  });

  it('grows with what is said in private, and is shown through its door', async () => {
    const { chatId, owner } = await stage.talk('34611000002', exchange(WARM, 0.02));
    await stage.absorb(chatId, STEP);
    const shown = await stage.part(RelationshipView).of(owner);
    expect(shown).toMatchObject({ totalInteractions: 6, stage: 'stranger', favoriteTopics: ['travel'] });
    expect(shown?.level).toBeLessThanOrEqual(2);
    expect(shown?.trust).toBeGreaterThanOrEqual(20);
    expect(shown?.sharedExperiences).toEqual([
      expect.stringMatching(/^(Met on|A confidence)/),
      expect.stringMatching(/^(Met on|A confidence)/),
    ]);
    expect(shown?.mood?.valence).toBeGreaterThan(0);
    expect(await stage.part(Relationships).emotions(owner, 10)).toHaveLength(1);
    const answer = await stage.app.request(`/api/v1/characters/default/relationship/${owner.contactId}`);
    expect(await answer.json()).toMatchObject({
      totalInteractions: 6,
      trust: shown?.trust,
      favoriteTopics: ['travel'],
    });
  });

  it('takes a stretch in once, and the next one after it', async () => {
    const { chatId, owner } = await stage.talk('34611000003', exchange(WARM, 3));
    await Promise.all([stage.absorb(chatId, STEP), stage.absorb(chatId, STEP), stage.absorb(chatId, STEP)]);
    await stage.absorb(chatId, STEP);
    expect(await of(owner)).toMatchObject({ totalInteractions: 6 });
    await stage.talk('34611000003', exchange(['I am back, thank you'], 1));
    await stage.absorb(chatId, STEP);
    expect(await of(owner)).toMatchObject({ totalInteractions: 7 });
  });

  it('loses by insults, and nothing of it can be read in the database', async () => {
    const { chatId, owner } = await stage.talk(
      '34611000004',
      exchange(['Shut up, you are useless', 'You idiot', 'I hate you'], 0.02),
    );
    await stage.absorb(chatId, STEP);
    const shown = await of(owner);
    expect(shown?.trust).toBeLessThan(20);
    const rows = await stage.rows<{ row: string }>('SELECT relationships::text AS row FROM relationships');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows)
      expect(Buffer.from(/\\x([0-9a-f]+)/.exec(row)?.[1] ?? '', 'hex').toString()).not.toMatch(/travel|topics|met/);
  });

  it('fades in absence, when it is looked at', async () => {
    const { chatId, owner } = await stage.talk('34611000005', exchange(WARM, 2));
    await stage.absorb(chatId, STEP);
    await stage.rows('UPDATE relationships SET level = 60, intimacy = 50, stage = $2 WHERE contact_id = $1', [
      owner.contactId,
      'friend',
    ]);
    expect(await of(owner)).toMatchObject({ level: 60, stage: 'friend' });
    await stage.rows(
      `UPDATE relationships SET last_interaction_at = now() - interval '97 days' WHERE contact_id = $1`,
      [owner.contactId],
    );
    expect(await of(owner)).toMatchObject({ level: 30, intimacy: expect.any(Number) as number, mood: null });
  });

  it('is not moved by what is said in a group', async () => {
    const at = new Date(Date.now() - 10 * MINUTE_MS);
    const chatId = await stage.groupTalk('120363000000000001', [{ text: WARM[1] ?? '', at, by: '34611000006' }]);
    await stage.absorb(chatId, STEP);
    const rows = await stage.rows(
      `SELECT 1 FROM relationships JOIN contact_aliases USING (contact_id) WHERE contact_aliases::text LIKE '%34611000006%'`,
    );
    expect(rows).toEqual([]);
  });

  it('ends with everything else that is forgotten, and does not come back by what was said before', async () => {
    const { chatId, owner } = await stage.talk('34611000007', exchange(WARM, 1));
    await stage.absorb(chatId, STEP);
    await stage.talk('34611000007', exchange(['Thank you, my friend'], 0.5));
    await stage.part(MemoryForgetting).forgetAll(owner, stage.part(Clock).now());
    expect(await of(owner)).toBeNull();
    expect(await stage.part(Relationships).emotions(owner, 1)).toEqual([]);
    await stage.absorb(chatId, STEP);
    expect(await of(owner)).toBeNull();
  });

  it('becomes one when two contacts turn out to be one person', async () => {
    const one = await stage.talk('34611000008', exchange(WARM, 4));
    const other = await stage.talk('34611000009', exchange([...WARM, ...WARM], 3));
    for (const { chatId } of [one, other]) await stage.absorb(chatId, STEP);
    const [before, longer] = [await of(one.owner), await of(other.owner)];
    const merge = { from: other.owner.contactId, into: one.owner.contactId };
    await stage.part(DataSource).transaction((manager) => stage.part(MergeFollowers).contacts(manager, merge));
    const merged = await of(one.owner);
    expect(merged).toMatchObject({ totalInteractions: 18, sharedExperiences: longer?.sharedExperiences });
    expect(merged?.level).toBe(Math.max(before?.level ?? 0, longer?.level ?? 0));
    expect(await of(other.owner)).toBeNull();
  });

  it('tells which chats matter', async () => {
    const { chatId, owner } = await stage.talk('34611000010', exchange(WARM, 1));
    await stage.absorb(chatId, STEP);
    const { chatId: unknown } = await stage.talk('34611000011', [{ text: 'Hi', at: new Date(), by: 'us' }]);
    const ties = await stage.part(MemoryTies).of([chatId, unknown]);
    expect([...ties.keys()]).toEqual([chatId]);
    expect(Math.round(ties.get(chatId)?.relationship ?? -1)).toBe((await of(owner))?.level);
  });
});
