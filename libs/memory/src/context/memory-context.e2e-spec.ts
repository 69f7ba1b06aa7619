import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import { Cache } from '#agents';
import { newId } from '#kernel';
import type { SpokenMessage } from '#messaging';
import { Metrics } from '#telemetry';
import { waitFor } from '#testing';

import { MemoryRestStage, type Acquaintance } from '../../testing/memory-rest-stage.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import { MemoryRevision } from '../facts/memory-revision.service.js';
import { RelationshipView } from '../facts/relationship-view.js';
import { SummaryList } from '../facts/summary-list.js';
import { MemoryRetrieval } from '../retrieval/memory-retrieval.service.js';
import { MemoryContext } from './memory-context.service.js';
import type { ContextRequest } from './remembered-context.js';

const RELATIONSHIP = {
  level: 12,
  trust: 20,
  intimacy: 3,
  totalInteractions: 40,
  favoriteTopics: ['tea'],
  sharedExperiences: ['the storm'],
  stage: 'acquaintance',
  mood: { emotion: 'joy', valence: 0.5, intensity: 0.4 },
  lastInteractionAt: new Date('2026-01-01T00:00:00Z'),
};
const NOTHING = { summary: null, profile: null, facts: [], recalled: [], relationship: null };

describe('what an answer remembers', () => {
  let stage: MemoryRestStage;

  beforeAll(async () => {
    stage = await MemoryRestStage.open();
    // The first question loads what the others find there: on a busy machine that takes longer than an answer waits.
    await remember(await requestOf(await acquaintance(), 'Hi'));
  });

  afterEach(() => jest.restoreAllMocks());
  afterAll(() => stage.close());

  /** Somebody new, whose hello was answered: an answer that is still being made remembers things, too. */
  async function acquaintance(): Promise<Acquaintance> {
    const person = await stage.person();
    await stage.app.drained();
    return person;
  }

  const said = (text: string): SpokenMessage => ({
    ...{ id: newId(), author: 'contact', senderId: null, senderName: null, kind: 'text', text, sentAt: new Date() },
  });

  async function requestOf(
    { contactId }: Acquaintance,
    text: string,
    kind: 'direct' | 'group' = 'direct',
  ): Promise<ContextRequest> {
    const [direct] = await stage
      .part(DataSource)
      .query<{ id: string }[]>('SELECT id FROM chats WHERE contact_id = $1', [contactId]);
    const id = kind === 'direct' ? direct!.id : newId();
    return { characterId: DEFAULT_CHARACTER_ID, contactId, chat: { id, kind }, recent: [said(text)] };
  }

  const remember = (request: ContextRequest) => stage.part(MemoryContext).of(request);

  function withPast(): void {
    jest.spyOn(stage.part(SummaryList), 'latest').mockResolvedValue('They spoke of the weather.');
    jest.spyOn(stage.part(SummaryList), 'profile').mockResolvedValue('A nurse of Rome.');
    jest.spyOn(stage.part(RelationshipView), 'of').mockResolvedValue(RELATIONSHIP);
  }

  it('is what fits, what matters, and how they stand', async () => {
    const ana = await acquaintance();
    await stage.tell(
      ana.contactId,
      { text: 'Her canary is called Pip' },
      { text: 'Is allergic to nuts', importance: 9 },
      { text: 'Likes green walls', importance: 2 },
      { text: 'Might like canaries', confidence: 0.1 },
    );
    withPast();
    const context = await remember(await requestOf(ana, 'How is my canary?'));
    expect(context).toMatchObject({
      summary: 'They spoke of the weather.',
      profile: 'A nurse of Rome.',
      relationship: RELATIONSHIP,
      state: { currentTopic: 'canary', mood: 'joy', lastUserIntent: 'question' },
    });
    expect(context.facts.map(({ text }) => text)).toEqual(['Her canary is called Pip', 'Is allergic to nuts']);
    expect(context.facts[0]).toMatchObject({
      id: expect.any(String),
      reason: expect.stringMatching(/./),
      relevance: expect.any(Number),
    });
    expect(context.facts[0]!.relevance).toBeGreaterThan(0);
  });

  it('recalls what was said before, without what is at hand', async () => {
    const ana = await acquaintance();
    const request = await requestOf(ana, 'Where was the lighthouse?');
    const turn = {
      kind: 'turn' as const,
      chatId: null,
      at: new Date(0),
      author: 'contact' as const,
      senderName: 'Ana',
      score: 1,
      relevance: 1,
      reasons: ['fits'],
    };
    const search = jest.spyOn(stage.part(MemoryRetrieval), 'search').mockResolvedValue([
      { ...turn, id: request.recent[0]!.id, text: 'Where was the lighthouse?' },
      { ...turn, id: newId(), text: 'The lighthouse of Finisterre' },
    ]);
    expect((await remember(request)).recalled).toEqual([
      {
        text: 'The lighthouse of Finisterre',
        at: new Date(0),
        author: 'contact',
        senderName: 'Ana',
        reasons: ['fits'],
      },
    ]);
    // A question of before, which was not waited for any longer, may still be looking.
    const asked = search.mock.calls
      .map(([question]) => question)
      .filter(({ contactId }) => contactId === ana.contactId);
    expect(asked).toEqual([expect.objectContaining({ text: 'Where was the lighthouse?' })]);
    expect(asked[0]).not.toHaveProperty('chatIds');
  });

  it('tells nothing in a group that was said in private', async () => {
    const ana = await acquaintance();
    await stage.tell(ana.contactId, { text: 'Has a canary', importance: 10 });
    const request = await requestOf(ana, 'And the canary?', 'group');
    await stage.tellIn(
      { contactId: ana.contactId, groupId: request.chat.id },
      { text: 'Is the goalkeeper', importance: 10 },
    );
    withPast();
    const context = await remember(request);
    expect(context).toMatchObject({
      profile: null,
      recalled: [],
      relationship: { level: 12, favoriteTopics: [], sharedExperiences: [], mood: null },
      state: { mood: null },
    });
    expect(context.facts.map(({ text }) => text)).toEqual(['Is the goalkeeper']);
    const other = await requestOf(ana, 'And the goalkeeper?');
    expect((await remember(other)).facts.map(({ text }) => text)).toEqual(['Has a canary']);
  });

  it('is kept at hand, sealed, until something changes', async () => {
    const ana = await acquaintance();
    await stage.tell(ana.contactId, { text: 'Has a canary', importance: 9 });
    withPast();
    const request = await requestOf(ana, 'Hi');
    const keep = jest.spyOn(stage.part(Cache), 'set');
    const read = jest.spyOn(stage.part(MemoryRevision), 'current');
    const first = await remember(request);
    await remember(request);
    // Its revision comes with the scope.
    expect(read).not.toHaveBeenCalled();
    expect(stage.part(SummaryList).latest).toHaveBeenCalledTimes(1);
    expect(keep.mock.calls.map(([key, , kept]) => [key.split(':').at(-2), kept])).toEqual(
      expect.arrayContaining([
        ['context', 300_000],
        ['memories', 1_800_000],
      ]),
    );
    expect(JSON.stringify(keep.mock.calls)).not.toMatch(/canary|nurse|weather|storm/);
    expect(await remember(request)).toEqual(first);
    await stage.tell(ana.contactId, { text: 'Has a dog', importance: 9 });
    expect((await remember(request)).facts).toHaveLength(2);
    expect(stage.part(SummaryList).latest).toHaveBeenCalledTimes(2);
  });

  it('holds the summary of a group as it is now: anybody in it may have it forgotten', async () => {
    const request = await requestOf(await acquaintance(), 'And the canary?', 'group');
    withPast();
    expect((await remember(request)).summary).toBe('They spoke of the weather.');
    jest.spyOn(stage.part(SummaryList), 'latest').mockResolvedValue(null);
    expect((await remember(request)).summary).toBeNull();
  });

  it('is nothing after everything was forgotten', async () => {
    const ana = await acquaintance();
    await stage.tell(ana.contactId, { text: 'Has a canary', importance: 9 });
    const request = await requestOf(ana, 'canary');
    expect((await remember(request)).facts).toHaveLength(1);
    await stage.part(MemoryForgetting).forgetAll({ ...request });
    expect(await remember(request)).toMatchObject({ ...NOTHING, relationship: null });
  });

  it.each<[string, () => void, object]>([
    [
      'the search fails',
      () => jest.spyOn(stage.part(MemoryRetrieval), 'search').mockRejectedValue(new Error('down')),
      { summary: 'They spoke of the weather.', facts: { length: 1 }, recalled: [] },
    ],
    [
      'the search never ends',
      () => jest.spyOn(stage.part(MemoryRetrieval), 'search').mockReturnValue(new Promise(() => undefined)),
      { summary: 'They spoke of the weather.', facts: { length: 1 }, recalled: [] },
    ],
    [
      'summaries fail',
      () => jest.spyOn(stage.part(SummaryList), 'latest').mockRejectedValue(new Error('down')),
      { summary: null, profile: null, relationship: null, facts: { length: 1 } },
    ],
  ])('is less, and no error, when %s', async (_, breakIt, left) => {
    const ana = await acquaintance();
    await stage.tell(ana.contactId, { text: 'Has a canary', importance: 9 });
    withPast();
    breakIt();
    const counted = async () =>
      Number(/memory_context_failures_total\{[^}]*\} (\d+)/.exec(await stage.part(Metrics).text())?.[1] ?? 0);
    const before = await counted();
    expect(await remember(await requestOf(ana, 'canary'))).toMatchObject(left);
    expect(await stage.part(Metrics).text()).toMatch(
      /memory_context_failures_total\{part="(standing|recalled)"\} [1-9]/,
    );
    expect(before).toBeGreaterThanOrEqual(0);
  });

  it('is nothing, and no error, when the answer was given up', async () => {
    const ana = await acquaintance();
    const request = { ...(await requestOf(ana, 'canary')), signal: AbortSignal.abort() };
    expect(await remember(request)).toMatchObject(NOTHING);
  });

  it('is being read before what is said now is known', async () => {
    const ana = await acquaintance();
    await stage.tell(ana.contactId, { text: 'Has a canary', importance: 9 });
    withPast();
    const { recent, ...owner } = await requestOf(ana, 'canary');
    const begun = stage.part(MemoryContext).begin(owner);
    await waitFor(() => jest.mocked(stage.part(SummaryList).latest).mock.calls.length > 0, { what: 'the summary' });
    const scopes = jest.spyOn(stage.part(MemoryRetrieval), 'scopeOf');
    expect(await begun.of(recent)).toMatchObject({ summary: 'They spoke of the weather.', facts: { length: 1 } });
    expect(scopes).not.toHaveBeenCalled();
  });

  it.each<[string, boolean, () => void]>([
    [
      'all of it fails',
      false,
      () => jest.spyOn(stage.part(MemoryRetrieval), 'scopeOf').mockRejectedValue(new Error('down')),
    ],
    [
      'parts of it fail',
      true,
      () => jest.spyOn(stage.part(SummaryList), 'latest').mockRejectedValue(new Error('down')),
    ],
  ])('may be let go of while it is being read, also when %s', async (_, knows, breakIt) => {
    const { recent, ...owner } = await requestOf(await acquaintance(), 'canary');
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    breakIt();
    const left = stage.part(MemoryContext).begin(owner);
    expect(await left.forgetsNone(recent)).toBe(knows);
    // Rejections that nobody hears are told of after the microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  it('knows when nothing was asked to be forgotten of what was said', async () => {
    const ana = await acquaintance();
    const { recent, ...owner } = await requestOf(ana, 'canary');
    const before = [{ sentAt: new Date(Date.now() - 60_000) }];
    const after = [{ sentAt: new Date(Date.now() + 60_000) }];
    const forgetsNone = (said: readonly { sentAt: Date }[]) => stage.part(MemoryContext).begin(owner).forgetsNone(said);
    expect(await forgetsNone([...before, ...recent])).toBe(true);
    await stage.part(MemoryForgetting).forgetAll({ ...owner });
    expect([await forgetsNone(before), await forgetsNone(after)]).toEqual([false, true]);
    await stage
      .part(DataSource)
      .query('INSERT INTO memory_forgotten (character_id, contact_id, message_id) VALUES ($1, $2, $3)', [
        ...[owner.characterId, owner.contactId, newId()],
      ]);
    expect(await forgetsNone(after)).toBe(false);
  });

  it('is nothing of somebody who is not there', async () => {
    const request = { ...(await requestOf(await acquaintance(), 'canary')), contactId: newId() };
    expect(await remember(request)).toMatchObject(NOTHING);
  });
});
