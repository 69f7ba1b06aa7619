import { newId } from '#kernel';

import { FactsStage } from '../../testing/facts-stage.js';
import type { MemorySource } from './memory-fact.js';
import type { MemoryOwner } from './memory-scope.js';

describe('what is forgotten', () => {
  let stage: FactsStage;

  beforeAll(async () => {
    stage = await FactsStage.open();
  });

  afterAll(() => stage.close());

  it('is gone, with its sources, and is not taken in again from them', async () => {
    const ana = await stage.contact();
    const messageId = newId();
    await stage.say(ana, { text: 'Has a dog', messageIds: [messageId] }, { text: 'Likes tea' });
    const [dog] = await stage.all(ana);
    const { memories, sources } = await stage.forgetting.forget(ana, [dog!.id, newId()]);
    expect([memories, sources.map((source) => source.messageId)]).toEqual([1, [messageId]]);
    expect(await stage.dataSource.query('SELECT 1 FROM memory_sources WHERE memory_id = $1', [dog!.id])).toEqual([]);
    await stage.say(ana, { text: 'Has a dog', messageIds: [messageId] });
    expect(await stage.told(ana)).toEqual(['Likes tea active']);
    await stage.say(ana, { text: 'Has a dog', messageIds: [messageId, newId()] });
    expect(await stage.told(ana)).toEqual(['Likes tea active', 'Has a dog active']);
  });

  it('is only what is theirs', async () => {
    const [ana, eva] = [await stage.contact(), await stage.contact()];
    await stage.say(ana, { text: 'Has a dog' });
    const [dog] = await stage.all(ana);
    expect(await stage.forgetting.forget(eva, [dog!.id])).toEqual({ memories: 0, sources: [] });
    expect(await stage.forgetting.forgetMatching(eva, 'dog')).toEqual({ memories: 0, sources: [] });
    expect(await stage.forgetting.forgetAll({ ...ana, characterId: newId() })).toMatchObject({ memories: 0 });
    expect(await stage.told(ana)).toEqual(['Has a dog active']);
  });

  it('takes its earlier wordings with it', async () => {
    const ana = await stage.contact();
    await stage.say(ana, { text: 'Likes tea' }, { text: 'Enjoys tea' });
    const [one, two] = await stage.all(ana);
    await stage.transactions.run((manager) => stage.upkeep.merge(manager, ana, one!.id, [two!.id]));
    expect(await stage.forgetting.forget(ana, [one!.id])).toMatchObject({ memories: 2 });
    expect(await stage.told(ana)).toEqual([]);
  });

  it.each([
    ['that I have a dog', ['Likes cats', 'Is called Ana']],
    ['about my dogs', ['Likes cats', 'Is called Ana']],
    ['que tengo un perro', ['Has a dog', 'Likes cats', 'Is called Ana']],
    ['that I like cats', ['Has a dog', 'Is called Ana']],
    ['that I like hats', ['Has a dog', 'Likes cats', 'Is called Ana']],
    ['that', ['Has a dog', 'Likes cats', 'Is called Ana']],
    ['', ['Has a dog', 'Likes cats', 'Is called Ana']],
  ])('is what is asked for: %s', async (asked, left) => {
    const ana = await stage.contact();
    const group = { ...ana, groupId: newId() };
    await stage.say(ana, { text: 'Has a dog' }, { text: 'Likes cats' });
    await stage.say(group, { text: 'Is called Ana' });
    await stage.forgetting.forgetMatching(ana, asked);
    expect((await stage.all(ana)).map(({ text }) => text)).toEqual(left);
  });

  it.each([
    ['my job', ['Lives in Porto', 'Likes cats']],
    ['mi trabajo', ['Lives in Porto', 'Likes cats']],
    ['where I live', ['Is a nurse', 'Likes cats']],
    ['my pets', ['Is a nurse', 'Lives in Porto', 'Likes cats']],
  ])('is all of a kind when only the kind is named: %s', async (asked, left) => {
    const ana = await stage.contact();
    await stage.say(
      ana,
      { text: 'Is a nurse', category: 'work' },
      { text: 'Lives in Porto', category: 'location' },
      { text: 'Likes cats', category: 'preference' },
    );
    await stage.forgetting.forgetMatching(ana, asked);
    expect((await stage.all(ana)).map(({ text }) => text)).toEqual(left);
  });

  it('is found in groups, and where it waits or is closed', async () => {
    const ana = await stage.contact();
    await stage.say(ana, { text: 'Had a dog', validUntil: new Date('2020-01-01') });
    await stage.say({ ...ana, groupId: newId() }, { text: 'Walks a dog', confidence: 0.1 });
    expect(await stage.forgetting.forgetMatching(ana, 'dog')).toMatchObject({ memories: 2 });
  });

  it('is everything that was said until then', async () => {
    const ana = await stage.contact();
    await stage.say(ana, { text: 'Has a dog' });
    await stage.say({ ...ana, groupId: newId() }, { text: 'Is called Ana' });
    expect(await stage.forgetting.forgetAll(ana)).toMatchObject({ memories: 2, sources: { length: 2 } });
    await stage.say(ana, { text: 'Has a cat' });
    expect(await stage.told(ana)).toEqual([]);
    stage.clock.advance(1_000);
    await stage.say(ana, { text: 'Has a bird', saidAt: stage.clock.now() });
    expect(await stage.told(ana)).toEqual(['Has a bird active']);
  });

  it('tells those who made something of it, in the same transaction', async () => {
    const ana = await stage.contact();
    const heard: unknown[] = [];
    const inTransaction = async (what: string, owner: MemoryOwner, sources: readonly MemorySource[] = []) => {
      heard.push([what, owner.contactId, sources.length]);
      if (what === 'everything') throw new Error('no');
      return Promise.resolve();
    };
    stage.followers.attach({
      sources: (_, owner, sources) => inTransaction('sources', owner, sources),
      everything: (_, owner) =>
        owner.contactId === ana.contactId ? inTransaction('everything', owner) : Promise.resolve(),
    });
    await stage.say(ana, { text: 'Has a dog' }, { text: 'Has a cat' });
    await stage.forgetting.forgetMatching(ana, 'dog');
    await expect(stage.forgetting.forgetAll(ana)).rejects.toThrow('no');
    expect(heard).toEqual([
      ['sources', ana.contactId, 1],
      ['everything', ana.contactId, 0],
    ]);
    expect(await stage.told(ana)).toEqual(['Has a cat active']);
  });

  it('leaves nothing of a contact that is erased', async () => {
    const ana = await stage.contact();
    const told: string[] = [];
    stage.followers.attach({ everything: (_, { characterId }) => Promise.resolve(void told.push(characterId)) });
    const other = { ...ana, characterId: newId() };
    await stage.say(ana, { text: 'Has a dog' }, { text: 'Has a cat' });
    await stage.say(other, { text: 'Has a bird' });
    await stage.forgetting.forgetMatching(ana, 'cat');
    expect(await stage.forgetting.removeOf(ana.contactId)).toBe(2);
    for (const table of ['memories', 'memory_revisions', 'memory_forgotten']) {
      expect(await stage.count(table, ana.contactId)).toBe(0);
    }
    expect(told).toEqual(expect.arrayContaining([ana.characterId, other.characterId]));
  });

  describe('when two contacts are one person', () => {
    async function merge(from: MemoryOwner, into: MemoryOwner): Promise<void> {
      await stage.transactions.run(async (manager) => {
        await manager.query('UPDATE contacts SET merged_into = $2 WHERE id = $1', [from.contactId, into.contactId]);
        await stage.merges.contacts(manager, { from: from.contactId, into: into.contactId });
      });
    }

    const lives = { category: 'location', key: 'lives in', single: true } as const;

    it('all of it is theirs, and of one topic what was said last', async () => {
      const [ana, lid] = [await stage.contact(), await stage.contact()];
      await stage.say(ana, { text: 'Lives in Rome', ...lives }, { text: 'Has a dog' });
      await stage.say(lid, { text: 'Has a cat' }, { text: 'Lives in Oslo', ...lives, saidAt: stage.clock.now() });
      await stage.facts.candidates(ana);
      await merge(lid, ana);
      expect((await stage.told(ana)).toSorted()).toEqual([
        'Has a cat active',
        'Has a dog active',
        'Lives in Oslo active',
        'Lives in Rome closed contradicted',
      ]);
      expect((await stage.facts.candidates(ana)).map(({ text }) => text).toSorted()).toEqual([
        'Has a cat',
        'Has a dog',
        'Lives in Oslo',
      ]);
      expect(await stage.count('memories', lid.contactId)).toBe(0);
    });

    it('what is taken in late of the one is kept of the other', async () => {
      const [ana, lid] = [await stage.contact(), await stage.contact()];
      await merge(lid, ana);
      await stage.say(lid, { text: 'Has a cat' });
      expect(await stage.told(ana)).toEqual(['Has a cat active']);
    });

    it('what the one asked to forget is forgotten of the other', async () => {
      const [ana, lid] = [await stage.contact(), await stage.contact()];
      const messageIds = [newId()];
      await stage.say(ana, { text: 'Has a dog' });
      await stage.say(lid, { text: 'Has a cat', messageIds });
      await stage.forgetting.forgetMatching(lid, 'cat');
      await stage.forgetting.forgetAll(lid);
      await merge(lid, ana);
      expect(await stage.told(ana)).toEqual([]);
      await stage.say(ana, { text: 'Has a cat', messageIds, saidAt: new Date(stage.clock.now().getTime() + 1) });
      expect(await stage.told(ana)).toEqual([]);
    });

    it('sources follow their chat', async () => {
      const ana = await stage.contact();
      await stage.say(ana, {});
      const [{ chat_id: from }] = await stage.dataSource.query<[{ chat_id: string }]>(
        'SELECT memory_sources.chat_id FROM memory_sources JOIN memories ON id = memory_id WHERE contact_id = $1',
        [ana.contactId],
      );
      const into = newId();
      await stage.transactions.run((manager) => stage.merges.chats(manager, { from, into }));
      const { sources } = await stage.forgetting.forgetAll(ana);
      expect(sources.map(({ chatId }) => chatId)).toEqual([into]);
    });
  });
});
