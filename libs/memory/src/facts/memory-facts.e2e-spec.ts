import { jest } from '@jest/globals';

import { newId } from '#kernel';

import { FactsStage } from '../../testing/facts-stage.js';
import type { MemoryScope } from './memory-scope.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what is known of people', () => {
  let stage: FactsStage;

  beforeAll(async () => {
    stage = await FactsStage.open();
  });

  afterAll(() => stage.close());

  const texts = async (scope: MemoryScope): Promise<string[]> =>
    (await stage.facts.candidates(scope)).map(({ text }) => text);

  it('is sealed, with keyed words and hashes beside it', async () => {
    const ana = await stage.contact();
    await stage.say(ana, { text: 'Her canary is called Pip', key: 'canary' });
    const rows = await stage.dataSource.query<object[]>(
      'SELECT memories::text AS row FROM memories WHERE contact_id = $1',
      [ana.contactId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/canary|pip/i);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('canary').toString('hex'));
  });

  it('is added, said again, contradicted and ended, in one transaction', async () => {
    const ana = await stage.contact();
    const lives = { category: 'location', key: 'Lives in', single: true } as const;
    await stage.say(ana, { text: 'Lives in Rome', ...lives }, { text: 'Has a dog' });
    const [rome, dog] = await stage.all(ana);
    const outcome = await stage.say(
      ana,
      { text: 'Lives in Oslo', ...lives, key: 'lives in' },
      { kind: 'reinforce', target: dog!.id, text: 'She has a dog' },
      { kind: 'close', target: dog!.id, text: '' },
    );
    const [, , oslo] = await stage.all(ana);
    expect(outcome).toEqual({ added: [oslo!.id], reinforced: [dog!.id], closed: [rome!.id, dog!.id] });
    expect(await stage.told(ana)).toEqual([
      'Lives in Rome closed contradicted',
      'Has a dog closed ended',
      'Lives in Oslo active',
    ]);
    expect(await texts(ana)).toEqual(['Lives in Oslo']);
  });

  it('does not change when the same is taken in again', async () => {
    const ana = await stage.contact();
    const lives = { category: 'location', key: 'lives in', single: true } as const;
    const said = [
      stage.operation({ text: 'Lives in Rome', ...lives }),
      stage.operation({ text: 'Lives in Oslo', ...lives }),
      stage.operation({ text: 'Likes coffee', confidence: 0.3 }),
    ];
    await stage.say(ana, ...said);
    const before = await stage.all(ana);
    await stage.say(ana, ...said);
    expect(await stage.all(ana)).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it('takes no other side effect of a contradiction that is also added', async () => {
    const ana = await stage.contact();
    await stage.say(ana, { text: 'Likes tea' });
    const [tea] = await stage.all(ana);
    const messageIds = [newId()];
    await stage.say(
      ana,
      { text: 'Hates tea', messageIds },
      { kind: 'contradict', target: tea!.id, text: 'Hates tea', messageIds },
    );
    expect(await stage.told(ana)).toEqual(['Likes tea closed contradicted', 'Hates tea active']);
  });

  it.each([
    ['an empty text', { text: ' \u0000 ' }, []],
    ['a long text, which is cut', { text: 'x'.repeat(5_000) }, [`${'x'.repeat(1_000)} active`]],
    ['half of a character', { text: 'a\ud800' }, ['a\ufffd active']],
    [
      'numbers out of bounds',
      { confidence: Number.NaN, importance: Number.POSITIVE_INFINITY },
      ['Likes coffee pending below-threshold'],
    ],
    ['times that are none', { saidAt: new Date(Number.NaN), validFrom: new Date(Number.NaN) }, ['Likes coffee active']],
    ['a target that is no id of ours', { kind: 'contradict' as const, target: newId() }, ['Likes coffee active']],
  ])('bears %s', async (_, changes, told) => {
    const ana = await stage.contact();
    await stage.say(ana, changes);
    expect(await stage.told(ana)).toEqual(told);
  });

  it('is not taken in of somebody who is not there', async () => {
    const nobody = { ...(await stage.contact()), contactId: newId() };
    expect(await stage.say(nobody, {})).toEqual({ added: [], reinforced: [], closed: [] });
  });

  it('has one truth of a topic, also when two learn of it at once', async () => {
    const ana = await stage.contact();
    const lives = { category: 'location', key: 'lives in', single: true } as const;
    await Promise.all(Array.from({ length: 12 }, (_, n) => stage.say(ana, { text: `Lives in Town ${n}`, ...lives })));
    const told = await stage.told(ana);
    expect(told).toHaveLength(12);
    expect(told.filter((text) => text.endsWith(' active'))).toHaveLength(1);
  });

  it('counts a message once, also when two take it in at once', async () => {
    const ana = await stage.contact();
    const said = stage.operation();
    await Promise.all(Array.from({ length: 8 }, () => stage.say(ana, said)));
    expect(await stage.all(ana)).toMatchObject([{ reinforcementCount: 1 }]);
  });

  it('stays where it was said: in the group, or in private', async () => {
    const inPrivate = await stage.contact();
    const inGroup = { ...inPrivate, groupId: newId() };
    const elsewhere = { ...inPrivate, groupId: newId() };
    await stage.say(inPrivate, { text: 'Likes tea' });
    await stage.say(inGroup, { text: 'Likes tea' }, { text: 'Is the goalkeeper' });
    const [tea] = await stage.all(inPrivate);
    await stage.say(inGroup, { kind: 'contradict', target: tea!.id, text: 'Hates tea' });
    expect(await texts(inPrivate)).toEqual(['Likes tea']);
    expect(await texts(inGroup)).toEqual(expect.arrayContaining(['Is the goalkeeper', 'Hates tea', 'Likes tea']));
    expect(await texts(elsewhere)).toEqual([]);
    expect(await stage.facts.nearest(elsewhere, ['tea'], 10)).toEqual([]);
  });

  it('is found by its words: the nearest first, closed ones never', async () => {
    const ana = await stage.contact();
    await stage.say(
      ana,
      { text: 'Le gustan las canciones tristes' },
      { text: 'Works as a nurse in a hospital' },
      { text: 'Is allergic to nuts', confidence: 0.2 },
      { text: 'Was a nurse in a hospital in Rome', validUntil: new Date('2020-01-01') },
    );
    const nearest = async (...said: string[]) => (await stage.facts.nearest(ana, said, 2)).map(({ text }) => text);
    expect((await nearest('una canción'))[0]).toBe('Le gustan las canciones tristes');
    expect((await nearest('I quit the hospital', 'no more nursing'))[0]).toBe('Works as a nurse in a hospital');
    expect((await nearest('¿nuts?'))[0]).toBe('Is allergic to nuts');
    expect(await nearest('?!')).toHaveLength(2);
  });

  it('is ordered by importance, and ends by itself', async () => {
    const ana = await stage.contact();
    const soon = new Date(stage.clock.now().getTime() + HOUR);
    await stage.say(ana, { text: 'a' }, { text: 'b', importance: 9 }, { text: 'c', importance: 7, validUntil: soon });
    expect(await texts(ana)).toEqual(['b', 'c', 'a']);
    stage.clock.advance(HOUR);
    expect(await texts(ana)).toEqual(['b', 'a']);
    stage.clock.advance(-HOUR);
  });

  describe('kept at hand', () => {
    it('is sealed, and made anew after each change', async () => {
      const ana = await stage.contact();
      await stage.say(ana, { text: 'Has a canary' });
      const first = await stage.facts.candidates(ana);
      await stage.dataSource.query('UPDATE memories SET importance = 10 WHERE contact_id = $1', [ana.contactId]);
      expect(await stage.facts.candidates(ana)).toEqual(first);
      expect([...stage.cache.kept.values()].join()).not.toMatch(/canary/);
      await stage.say(ana, { text: 'Has a dog' });
      expect(await texts(ana)).toEqual(['Has a canary', 'Has a dog']);
    });

    it('is not waited for', async () => {
      const ana = await stage.contact();
      await stage.say(ana, { text: 'Has a canary' });
      jest.spyOn(stage.cache, 'set').mockReturnValueOnce(new Promise(() => undefined));
      expect(await texts(ana)).toEqual(['Has a canary']);
    });

    it('does not come back after it was forgotten, however late it is written', async () => {
      const ana = await stage.contact();
      await stage.say(ana, { text: 'Has a canary' });
      expect(await texts(ana)).toEqual(['Has a canary']);
      const late = new Map(stage.cache.kept);
      await stage.forgetting.forgetAll(ana);
      expect([...stage.cache.kept.keys()].filter((place) => place.includes(ana.contactId))).toEqual([]);
      for (const [key, value] of late) stage.cache.kept.set(key, value);
      expect(await texts(ana)).toEqual([]);
    });

    it('is nothing for another, nor under another name', async () => {
      const [ana, eva] = [await stage.contact(), await stage.contact()];
      await stage.say(ana, { text: 'Has a canary' });
      await stage.say(eva, { text: 'Has a dog' });
      await texts(ana);
      const place = (scope: MemoryScope) => `memory:${scope.characterId}:${scope.contactId}:memories:private`;
      stage.cache.kept.set(place(eva), stage.cache.kept.get(place(ana))!);
      expect(await texts(eva)).toEqual(['Has a dog']);
    });

    it.each(['null', '7', '{}', '{"revision":1}', '{"revision":1,"sealed":"x"}', '[]'])(
      'is made anew when %s is there',
      async (kept) => {
        const ana = await stage.contact();
        await stage.say(ana, { text: 'Has a canary' });
        stage.cache.kept.set(`memory:${ana.characterId}:${ana.contactId}:memories:private`, kept);
        expect(await texts(ana)).toEqual(['Has a canary']);
      },
    );

    it('is not kept of somebody whose key was erased, and no key is made', async () => {
      const ana = await stage.contact();
      await stage.say(ana, { text: 'Has a canary' });
      await stage.keys.erase(ana.contactId);
      stage.cache.kept.clear();
      expect(await texts(ana)).toEqual([]);
      expect(stage.cache.kept.size).toBe(0);
      expect((await stage.keys.find([ana.contactId])).size).toBe(0);
    });
  });

  describe('at night', () => {
    it('goes when it is neither important nor was said again', async () => {
      const ana = await stage.contact();
      const now = stage.clock.now();
      await stage.say(
        ana,
        { text: 'old' },
        { text: 'important', importance: 7 },
        { text: 'doubtful', confidence: 0.1 },
      );
      await stage.transactions.run((manager) =>
        stage.facts.apply(manager, { ...ana, chatId: null, origin: 'manual' }, [
          stage.operation({ text: 'written', messageIds: [] }),
        ]),
      );
      await stage.say(ana, { text: 'said again' });
      stage.clock.advance(80 * DAY);
      await stage.say(ana, { text: 'said again' }, { text: 'new', saidAt: new Date(now.getTime() - 900 * DAY) });
      stage.clock.advance(11 * DAY);
      const at = stage.clock.now();
      const revision = await stage.revision.current(ana);
      expect(await stage.upkeep.expire(new Date(at.getTime() - 2 * DAY), 1_000)).toBe(0);
      let gone = 0;
      for (let page = -1; page !== 0; gone += page) page = await stage.upkeep.expire(at, 1);
      expect(gone).toBeGreaterThanOrEqual(2);
      expect(await stage.told(ana)).toEqual(['important active', 'written active', 'said again active', 'new active']);
      expect(await stage.revision.current(ana)).toBeGreaterThan(revision);
      stage.clock.set(now);
    });

    it('is closed when its time has passed', async () => {
      const ana = await stage.contact();
      await stage.say(
        ana,
        { text: 'Exam in June', validUntil: new Date(stage.clock.now().getTime() + DAY) },
        { text: 'Likes tea' },
      );
      await stage.upkeep.closeEnded(new Date(stage.clock.now().getTime() + 2 * HOUR), 100);
      expect(await stage.told(ana)).toEqual(['Exam in June active', 'Likes tea active']);
      const tomorrow = new Date(stage.clock.now().getTime() + DAY);
      expect(await stage.upkeep.closeEnded(tomorrow, 100)).toBe(1);
      expect(await stage.upkeep.closeEnded(tomorrow, 100)).toBe(0);
      expect(await stage.told(ana)).toEqual(['Exam in June closed ended', 'Likes tea active']);
    });

    it('is one where it was two', async () => {
      const [ana, eva] = [await stage.contact(), await stage.contact()];
      await stage.say(ana, { text: 'Likes tea' }, { text: 'Enjoys tea', importance: 8 }, { text: 'Drinks tea' });
      await stage.say(eva, { text: 'Likes tea' });
      const ids = (await stage.all(ana)).map(({ id }) => id);
      const [foreign] = await stage.all(eva);
      const merge = () =>
        stage.transactions.run((manager) => stage.upkeep.merge(manager, ana, ids[0]!, [ids[1]!, ids[2]!, foreign!.id]));
      await merge();
      await merge();
      expect(await stage.all(ana)).toMatchObject([
        { text: 'Likes tea', status: 'active', reinforcementCount: 3, importance: 8 },
        { status: 'closed', reason: 'merged', replacedById: ids[0] },
        { status: 'closed', reason: 'merged', replacedById: ids[0] },
      ]);
      expect(await stage.told(eva)).toEqual(['Likes tea active']);
      const sources = await stage.dataSource.query('SELECT message_id FROM memory_sources WHERE memory_id = $1', [
        ids[0],
      ]);
      expect(sources).toHaveLength(3);
    });

    it('is made more important', async () => {
      const [ana, eva] = [await stage.contact(), await stage.contact()];
      await stage.say(ana, {});
      await stage.say(eva, {});
      const ids = [...(await stage.all(ana)), ...(await stage.all(eva))].map(({ id }) => id);
      await stage.transactions.run((manager) => stage.upkeep.promote(manager, ana, ids, 9));
      expect(await stage.facts.candidates(ana)).toMatchObject([{ importance: 9 }]);
      expect(await stage.facts.candidates(eva)).toMatchObject([{ importance: 5 }]);
    });
  });
});
