import { jest } from '@jest/globals';

import { newId } from '#kernel';

import { MemoryRestStage, type ShownMemory } from '../../../testing/memory-rest-stage.js';
import { DEFAULT_CHARACTER_ID } from '../../default-character-id.js';
import { RelationshipView } from '../relationship-view.js';
import { SummaryList } from '../summary-list.js';

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
const ID = expect.stringMatching(/^[\da-f-]{36}$/) as string;

describe('what the API shows of a person', () => {
  let stage: MemoryRestStage;

  beforeAll(async () => {
    stage = await MemoryRestStage.open();
  });

  afterAll(() => stage.close());

  it('shows a person as the mission does', async () => {
    const { contactId, path } = await stage.person();
    await stage.tell(contactId, {});
    const { status, body } = await stage.call('GET', path);
    expect([status, body]).toEqual([
      200,
      {
        characterId: DEFAULT_CHARACTER_ID,
        userId: contactId,
        memoryType: 'long_term',
        shortTermMemory: expect.any(Array),
        longTermMemory: [
          {
            memoryId: ID,
            fact: 'Loves coffee',
            category: 'preference',
            confidence: 0.9,
            importance: 5,
            firstMentioned: TIME,
            lastReinforced: TIME,
            reinforcementCount: 1,
            status: 'active',
            reason: null,
            origin: 'said',
            conversationId: null,
            validFrom: null,
            validUntil: null,
            knownFrom: TIME,
            knownUntil: null,
            replaces: null,
            replacedBy: null,
          },
        ],
        relationship: {
          level: expect.any(Number),
          trust: expect.any(Number),
          intimacy: expect.any(Number),
          totalInteractions: expect.any(Number),
          favoriteTopics: [],
          sharedExperiences: [],
          stage: 'stranger',
          mood: null,
          lastInteractionAt: null,
        },
        createdAt: TIME,
        updatedAt: TIME,
        nextCursor: null,
      },
    ]);
  });

  it('shows somebody of whom nothing is known', async () => {
    const { path } = await stage.person();
    expect(await stage.call('GET', path)).toMatchObject({
      status: 200,
      body: { longTermMemory: [], createdAt: null, updatedAt: null },
    });
  });

  it('takes each name of a person and of the character', async () => {
    const { phone, contactId } = await stage.person();
    await stage.tell(contactId, {});
    for (const character of ['default', DEFAULT_CHARACTER_ID, 'DEFAULT']) {
      for (const user of [
        contactId,
        contactId.toUpperCase(),
        phone,
        encodeURIComponent(phone),
        phone.slice(1),
        `${phone.slice(1)}@c.us`,
      ]) {
        expect(await stage.call('GET', `/api/v1/characters/${character}/memory/${user}`)).toMatchObject({
          status: 200,
          body: { userId: contactId },
        });
      }
    }
    expect(await stage.call('GET', `/api/v1/characters/default/relationship/${contactId}`)).toMatchObject({
      status: 200,
      body: { stage: 'stranger' },
    });
  });

  it.each([
    [`${newId()}/memory/+34660000001`, 'memory.character-not-found'],
    ['nobody/memory/+34660000001', 'memory.character-not-found'],
    ['nobody/relationship/+34660000001', 'memory.character-not-found'],
    [`default/memory/${newId()}`, 'memory.user-not-found'],
    ['default/memory/+34999', 'memory.user-not-found'],
    ['default/memory/1234@g.us', 'memory.user-not-found'],
    ['default/memory/%00', 'memory.user-not-found'],
    ['default/memory/%F0%9F%98%80', 'memory.user-not-found'],
    [`default/memory/${'x'.repeat(90)}`, 'memory.user-not-found'],
    ['default/memory/..%2F..%2Fetc', 'memory.user-not-found'],
    [`default/relationship/${newId()}`, 'memory.user-not-found'],
  ])('knows nobody at %s', async (path, code) => {
    const { status, body } = await stage.call<{ code: string }>('GET', `/api/v1/characters/${path}`);
    expect([status, body.code]).toEqual([404, code]);
  });

  it.each([
    'limit=0',
    'limit=-1',
    'limit=1e9',
    'limit=x',
    'limit=1&limit=2',
    'cursor=x',
    'status=gone',
    'category=x',
    'page=2',
  ])('refuses a list of ?%s', async (query) => {
    const { path } = await stage.person();
    expect((await stage.call('GET', `${path}?${query}`)).status).toBe(400);
  });

  it('gives its list page by page, by status and category', async () => {
    const { contactId, path } = await stage.person();
    const facts = Array.from({ length: 5 }, (_, n) => ({ text: `Likes number ${n}` }));
    await stage.tell(contactId, ...facts, { text: 'Is a nurse', category: 'work', confidence: 0.1 });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await stage.call<{ longTermMemory: ShownMemory[]; nextCursor: string | null }>(
        'GET',
        `${path}?limit=2${more}`,
      );
      seen.push(...body.longTermMemory.map(({ fact }) => fact));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `Likes number ${n}`));
    const { body } = await stage.call<{ nextCursor: string }>('GET', `${path}?limit=1`);
    expect((await stage.call('GET', `${path}?limit=1&status=all&cursor=${body.nextCursor}`)).status).toBe(400);
    const other = await stage.person();
    expect((await stage.call('GET', `${other.path}?limit=1&cursor=${body.nextCursor}`)).status).toBe(400);
    expect(await stage.call('GET', `${path}?status=pending`)).toMatchObject({
      body: { longTermMemory: [{ fact: 'Is a nurse' }] },
    });
    expect(await stage.call('GET', `${path}?status=all&category=work`)).toMatchObject({
      body: { longTermMemory: { length: 1 } },
    });
  });

  it('finds memories by their words', async () => {
    const { contactId, path } = await stage.person();
    await stage.tell(
      contactId,
      { text: 'Le gustan las canciones tristes' },
      { text: 'Sings sad songs with a dog' },
      { text: 'Has a dog' },
    );
    const find = async (q: string) => {
      const { body } = await stage.call<{ results: ShownMemory[] }>('GET', `${path}/search?q=${encodeURIComponent(q)}`);
      return body.results;
    };
    expect((await find('canción')).map(({ fact }) => fact)).toEqual(['Le gustan las canciones tristes']);
    expect((await find('a song about my dog')).map(({ fact }) => fact)).toEqual([
      'Sings sad songs with a dog',
      'Has a dog',
    ]);
    for (const { relevance } of await find('dog song')) {
      expect(relevance).toBeGreaterThan(0);
      expect(relevance).toBeLessThanOrEqual(1);
    }
    expect(await find('?!')).toEqual([]);
    for (const query of ['', '?q=', '?q=%20', `?q=${'x'.repeat(501)}`, '?q=x&limit=0', '?q=x&limit=101', '?q=x&q=y']) {
      expect((await stage.call('GET', `${path}/search${query}`)).status).toBe(400);
    }
  });

  it('exports everything, with times and sources', async () => {
    const { contactId, path } = await stage.person();
    const messageIds = [newId(), newId()];
    const [first] = await stage.tell(contactId, { text: 'Likes tea', messageIds });
    await stage.tell(contactId, { kind: 'contradict', target: first!, text: 'Hates tea' });
    const { status, body } = await stage.call<{ longTermMemory: (ShownMemory & { sources: unknown[] })[] }>(
      'GET',
      `${path}/export`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      userId: contactId,
      exportedAt: TIME,
      relationship: { stage: 'stranger' },
    });
    expect(body.longTermMemory.map(({ fact, sources }) => [fact, sources.length])).toEqual([
      ['Hates tea', 1],
      ['Likes tea', 2],
    ]);
    expect(body.longTermMemory[1]!.sources).toContainEqual({ messageId: messageIds[0], conversationId: ID });
  });

  it('asks for a key with the right scope', async () => {
    const { path } = await stage.person();
    const { body: key } = await stage.call<{ key: string }>('POST', '/api/keys', {
      name: 'reader',
      scopes: ['memory:read'],
    });
    const headers = { authorization: `Bearer ${key.key}` };
    expect((await stage.app.request(path, { headers })).status).toBe(200);
    expect((await stage.app.request(path, { method: 'DELETE', headers })).status).toBe(403);
    expect((await stage.app.request(path, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });

  it('shows what summaries and relationships tell', async () => {
    const { contactId, path } = await stage.person();
    const list = jest
      .spyOn(stage.part(SummaryList), 'list')
      .mockResolvedValue([{ id: newId(), chatId: contactId, summary: 'Spoke of tea', importance: 4, at: new Date(0) }]);
    const of = jest.spyOn(stage.part(RelationshipView), 'of').mockResolvedValue({
      level: 12,
      trust: 20,
      intimacy: 3,
      totalInteractions: 40,
      favoriteTopics: ['tea'],
      sharedExperiences: [],
      stage: 'acquaintance',
      mood: { emotion: 'joy', valence: 0.5, intensity: 0.4 },
      lastInteractionAt: new Date(0),
    });
    expect(await stage.call('GET', path)).toMatchObject({
      body: {
        shortTermMemory: [{ conversationId: contactId, summary: 'Spoke of tea', importance: 4, timestamp: TIME }],
        relationship: { level: 12, favoriteTopics: ['tea'], mood: { emotion: 'joy' } },
      },
    });
    list.mockRestore();
    of.mockRestore();
  });
});
