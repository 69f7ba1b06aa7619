import { DataSource } from 'typeorm';

import { AppError, Clock, newId } from '#kernel';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';
import { MergeFollowers } from '#messaging';

import { TalkStage, type Line, type Talk } from '../../testing/talk-stage.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import { SummaryList } from '../facts/summary-list.js';
import { MemorySummaries, type NewSummary } from './memory-summaries.service.js';

const MINUTE_MS = 60_000;
const STEP = ['summarise'];
const START = Date.now() - 30 * 24 * 60 * MINUTE_MS;

/** `count` lines from the `from`th on, a minute apart; every tenth tells of a place, the fifth of each ten is ours. */
function lines(from: number, count: number): Line[] {
  return Array.from({ length: count }, (_, index) => {
    const place = from + index;
    const text =
      place % 10 === 0 ? `I visited the old castle of Town${place} with my cousin` : `just chatting ${place}`;
    return { text, at: new Date(START + place * MINUTE_MS), ...(place % 10 === 5 && { by: 'us' }) };
  });
}

describe('summaries without a model', () => {
  let stage: TalkStage;
  beforeAll(async () => {
    stage = await TalkStage.open();
  });
  afterAll(() => stage.close());

  const latest = ({ owner, chatId }: Talk) => stage.part(MemorySummaries).latest(owner.characterId, chatId);

  it('leaves the last twenty messages, and sums up fifty at a time', async () => {
    const talk = await stage.talk('34622000001', lines(0, 69));
    await stage.absorb(talk.chatId, STEP, false);
    expect(await latest(talk)).toBeNull();

    await stage.talk('34622000001', lines(69, 1));
    await stage.absorb(talk.chatId, STEP, false);
    const first = await latest(talk);
    expect(first).toMatchObject({ messageCount: 50, supersedesId: null, language: 'en' });
    expect(first?.text).toContain('Town40');
    expect(first?.text).not.toContain('Town50');
    expect([first?.firstMessageAt, first?.lastMessageAt]).toEqual([new Date(START), new Date(START + 49 * MINUTE_MS)]);

    await stage.talk('34622000001', lines(70, 49));
    await stage.absorb(talk.chatId, STEP, false);
    expect((await latest(talk))?.id).toBe(first?.id);
    await stage.talk('34622000001', lines(119, 1));
    await stage.absorb(talk.chatId, STEP, false);
    const second = await latest(talk);
    expect(second).toMatchObject({ messageCount: 50, supersedesId: first?.id });
    expect(second?.text).toContain('Town0 ');
    expect(second?.text).toContain('Town90');
    const all = await stage.part(SummaryList).list(talk.owner, 10);
    expect(all.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect(await stage.part(SummaryList).latest(talk.owner.characterId, talk.chatId)).toBe(second?.text);
  });

  it('seals what it keeps', async () => {
    const talk = await stage.talk('34622000002', lines(0, 70));
    await stage.absorb(talk.chatId, STEP, false);
    expect((await latest(talk))?.text).toContain('castle');
    const rows = await stage.rows<{ text: Buffer }>('SELECT text FROM memory_summaries');
    for (const { text } of rows) expect(text.toString('latin1')).not.toContain('castle');
  });

  it('makes each once, however many take it in at a time', async () => {
    const talk = await stage.talk('34622000003', lines(0, 120));
    await Promise.all([1, 2, 3].map(() => stage.absorb(talk.chatId, STEP, false)));
    await stage.absorb(talk.chatId, STEP, false);
    expect(await stage.part(MemorySummaries).ofContact(talk.owner, 10)).toHaveLength(2);
  });

  it('keeps the summaries of people and chats apart', async () => {
    const [one, other] = [
      await stage.talk('34622000004', lines(0, 70)),
      await stage.talk('34622000005', lines(500, 70)),
    ];
    for (const { chatId } of [one, other]) await stage.absorb(chatId, STEP, false);
    expect((await stage.part(MemorySummaries).ofContact(one.owner, 10)).map(({ chatId }) => chatId)).toEqual([
      one.chatId,
    ]);
    expect((await latest(one))?.text).not.toContain('Town5');
    const strangers = { ...one.owner, characterId: '00000000-0000-7000-8000-000000000002' };
    expect(await stage.part(MemorySummaries).ofContact(strangers, 10)).toEqual([]);
    expect(await stage.part(MemorySummaries).latest(strangers.characterId, one.chatId)).toBeNull();
  });

  it('sums a group up for the group alone', async () => {
    const people = lines(0, 70).map((line, place) => ({ ...line, by: `3462200010${place % 3}` }));
    const chatId = await stage.groupTalk('120363000000000002', people);
    await stage.absorb(chatId, STEP, false);
    const [summary] = await stage.rows<{ contact_id: string | null }>(
      'SELECT contact_id FROM memory_summaries WHERE chat_id = $1',
      [chatId],
    );
    expect(summary).toEqual({ contact_id: null });
  });

  it('drops that of a group, too, when one of its people is to be forgotten, and leaves their words out', async () => {
    const people = lines(0, 70).map((line, place) => ({ ...line, by: place < 35 ? '34622000301' : '34622000302' }));
    const chatId = await stage.groupTalk('120363000000000004', people);
    await stage.absorb(chatId, STEP, false);
    const [first] = await stage.rows<{ contactId: string }>(
      'SELECT sender_id AS "contactId" FROM messages WHERE chat_id = $1 ORDER BY sent_at LIMIT 1',
      [chatId],
    );
    const owner = { characterId: DEFAULT_CHARACTER_ID, contactId: first?.contactId ?? '' };
    await stage.part(MemoryForgetting).forgetAll(owner, stage.part(Clock).now());
    expect(await stage.part(MemorySummaries).latest(owner.characterId, chatId)).toBeNull();
    await stage.rows(`DELETE FROM memory_absorptions WHERE chat_id = $1 AND step = 'summarise'`, [chatId]);
    await stage.absorb(chatId, STEP, false);
    const summary = await stage.part(MemorySummaries).latest(owner.characterId, chatId);
    expect(summary?.text).toContain('Town40');
    expect(summary?.text).not.toContain('Town10');
    expect(summary?.speakerIds).not.toContain(owner.contactId);

    // Nor what somebody was writing of the group while it was forgotten.
    const late = {
      ...{ characterId: owner.characterId, contactId: null, chatId, subjectId: chatId, speakerIds: [owner.contactId] },
      ...{ text: 'late', language: null, model: 'extract', importance: 1, messageCount: 1, supersedesId: null },
      messageIds: [],
      ...{ firstMessageAt: new Date(START), lastMessageAt: new Date() },
    };
    await stage.part(DataSource).transaction((manager) => stage.part(MemorySummaries).add(manager, late));
    expect((await stage.part(MemorySummaries).latest(owner.characterId, chatId))?.id).toBe(summary?.id);
  });

  it('drops what may tell of a message that is forgotten, and what carries it on', async () => {
    const talk = await stage.talk('34622000006', lines(0, 170));
    await stage.absorb(talk.chatId, STEP, false);
    const all = await stage.part(MemorySummaries).ofContact(talk.owner, 10);
    expect(all).toHaveLength(3);
    const [message] = await stage.rows<{ id: string }>('SELECT id FROM messages WHERE chat_id = $1 AND sent_at = $2', [
      ...[talk.chatId, new Date(START + 60 * MINUTE_MS)],
    ]);
    const forgotten = [{ messageId: message?.id ?? '', chatId: talk.chatId }];
    await stage
      .part(DataSource)
      .transaction((manager) => stage.part(MemorySummaries).forgetSince(manager, talk.owner, forgotten));
    expect((await latest(talk))?.id).toBe(all[2]?.id);
  });

  it('goes with everything that is forgotten, and what was said before is not summed up after it', async () => {
    const talk = await stage.talk('34622000007', lines(0, 119));
    await stage.absorb(talk.chatId, STEP, false);
    await stage.part(MemoryForgetting).forgetAll(talk.owner, stage.part(Clock).now());
    expect(await latest(talk)).toBeNull();
    await stage.absorb(talk.chatId, STEP, true);
    expect(await latest(talk)).toBeNull();

    // Nor what somebody was writing while it was forgotten.
    const { characterId, contactId } = talk.owner;
    const late: NewSummary = {
      ...{ speakerIds: [], messageIds: [] },
      ...{
        characterId,
        contactId,
        chatId: talk.chatId,
        subjectId: contactId,
        text: 'late',
        language: null,
        model: 'extract',
      },
      ...{
        importance: 1,
        messageCount: 1,
        firstMessageAt: new Date(START),
        lastMessageAt: new Date(),
        supersedesId: null,
      },
    };
    const add = (summary: NewSummary) =>
      stage.part(DataSource).transaction((manager) => stage.part(MemorySummaries).add(manager, summary));
    await add(late);
    expect(await latest(talk)).toBeNull();
    const since = { ...late, firstMessageAt: new Date(Date.now() + MINUTE_MS) };
    await add({ ...since, supersedesId: newId() });
    expect(await latest(talk)).toBeNull();
    await add(since);
    expect(await latest(talk)).toMatchObject({ text: 'late' });
  });

  it('follows a chat and a contact that become one with another', async () => {
    const [one, other] = [
      await stage.talk('34622000008', lines(0, 70)),
      await stage.talk('34622000009', lines(100, 70)),
    ];
    await stage.absorb(other.chatId, STEP, false);
    const before = await latest(other);
    await stage.part(DataSource).transaction(async (manager) => {
      const followers = stage.part(MergeFollowers);
      await followers.contacts(manager, { from: other.owner.contactId, into: one.owner.contactId });
      await followers.chats(manager, { from: other.chatId, into: one.chatId });
    });
    expect(await latest(one)).toEqual({ ...before, chatId: one.chatId });
    expect(await stage.part(MemorySummaries).ofContact(one.owner, 10)).toHaveLength(1);
  });
});

describe('summaries by a model', () => {
  let stage: TalkStage;
  let answer: ScriptedAnswer = '';
  const model = new ScriptedModel(() => answer);
  beforeAll(async () => {
    stage = await TalkStage.open({ model });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    model.requests.length = 0;
  });

  const asked = () => model.requests.filter(({ purpose }) => purpose === 'summary');
  const taken = async (phone: string, said: ScriptedAnswer) => {
    answer = said;
    const talk = await stage.talk(phone, lines(0, 70));
    await stage.absorb(talk.chatId, STEP, false);
    return { talk, summary: await stage.part(MemorySummaries).latest(talk.owner.characterId, talk.chatId) };
  };

  it('keeps what the model wrote, when it was said', async () => {
    const text = 'Ana visited the old castle of Town10 with her cousin.';
    const { summary } = await taken('34622001001', {
      value: { summary: `${text} She met Carlos there.`, importance: 4 },
    });
    expect(summary).toMatchObject({ text, importance: 4 });
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.messages[0]?.content).not.toContain('chatting 51');
    expect(asked()[0]?.contactId).toBeDefined();
  });

  it('carries it on', async () => {
    const talk = await stage.talk('34622001001', lines(70, 50));
    answer = { value: { summary: 'Ana visited the castles of Town10 and Town60 with her cousin.', importance: 4 } };
    await stage.absorb(talk.chatId, STEP, false);
    expect(asked()[0]?.messages[0]?.content).toContain('Ana visited the old castle of Town10 with her cousin.');
    const latest = await stage.part(MemorySummaries).latest(talk.owner.characterId, talk.chatId);
    expect(latest?.text).toContain('Town60');
  });

  it('takes the own sentences of the person when the model makes things up', async () => {
    const { summary } = await taken('34622001002', {
      value: { summary: 'Carlos bought 7 horses in Rome.', importance: 4 },
    });
    expect(summary?.text).toContain('“I visited the old castle of Town10 with my cousin”');
  });

  it('waits for a model that cannot be had, and loses nothing', async () => {
    const { talk, summary } = await taken('34622001003', unavailable());
    expect(summary).toBeNull();
    answer = { value: { summary: 'Ana visited the old castle of Town10 with her cousin.', importance: 4 } };
    await stage.absorb(talk.chatId, STEP, true);
    expect(await stage.part(MemorySummaries).latest(talk.owner.characterId, talk.chatId)).not.toBeNull();
  });
});

function unavailable(): Error {
  return new AppError('llm.unavailable', 'The model cannot be reached.', { kind: 'unavailable' });
}
