import { Transactions } from '#database';
import { Conversations } from '#messaging';

import { NightStage } from '../../testing/night-stage.js';
import { TalkStage, type Talk } from '../../testing/talk-stage.js';
import { AbsorptionPlaces } from '../absorb/absorption-places.service.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { MemoryForgetting } from './memory-forgetting.service.js';
import { MemorySummaries } from '../summaries/memory-summaries.service.js';
import { SummaryList } from './summary-list.js';

describe('what was told in what is deleted for everyone', () => {
  let night: NightStage;
  beforeAll(async () => {
    night = new NightStage(await TalkStage.open());
  });
  afterAll(() => night.stage.close());

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await night.stage.app.request(`/api/v1${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.status).toBeLessThan(300);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** A person of the web who says these lines, and the ids of their messages. */
  async function said(userId: string, texts: readonly string[]): Promise<{ talk: Talk; ids: string[] }> {
    const chat = await call<{ id: string; userId: string }>('POST', '/conversations', {
      ...{ userId, characterId: 'default' },
    });
    const ids: string[] = [];
    for (const content of texts) {
      ids.push((await call<{ id: string }>('POST', `/conversations/${chat.id}/messages`, { content })).id);
    }
    const owner = { characterId: DEFAULT_CHARACTER_ID, contactId: chat.userId };
    return { talk: { chatId: chat.id, owner }, ids };
  }

  /** A summary of these messages that somebody wrote. */
  async function sumUp({ chatId, owner }: Talk, messageIds: readonly string[], text: string): Promise<void> {
    const { characterId, contactId } = owner;
    const [latest] = await night.stage.part(MemorySummaries).ofChat(characterId, chatId, 1);
    const times = await night.stage.rows<{ first: Date; last: Date }>(
      'SELECT min(sent_at) AS first, max(sent_at) AS last FROM messages WHERE id = ANY ($1::uuid[])',
      [messageIds],
    );
    await night.stage.part(Transactions).run((manager) =>
      night.stage.part(MemorySummaries).add(manager, {
        ...{ characterId, contactId, chatId, subjectId: contactId, text, language: null, importance: 5, messageIds },
        ...{ messageCount: messageIds.length, firstMessageAt: times[0]!.first, lastMessageAt: times[0]!.last },
        ...{ supersedesId: latest?.id ?? null, speakerIds: [], model: 'test' },
      }),
    );
  }

  async function summaries({ owner }: Talk): Promise<string[]> {
    return (await night.stage.part(SummaryList).list(owner, 20)).map(({ summary }) => summary);
  }

  async function turnsOf({ chatId }: Talk): Promise<number> {
    return (
      await night.stage.rows('SELECT 1 FROM memory_turns WHERE chat_id = $1 AND author = $2', [chatId, 'contact'])
    ).length;
  }

  const takeBack = (id: string): Promise<void> => call('DELETE', `/messages/${id}`);

  it('is forgotten, and what was told elsewhere too stays until that is deleted as well', async () => {
    const { talk, ids } = await said('ana', ['one', 'two', 'three']);
    const [dog, tea, again] = ids as [string, string, string];
    await night.know(talk, [
      { text: 'Has a dog', messageIds: [dog] },
      { text: 'Likes tea', messageIds: [tea, again] },
    ]);
    await takeBack(dog);
    expect(await night.facts(talk)).toEqual(['Likes tea']);
    await takeBack(tea);
    expect(await night.facts(talk)).toEqual(['Likes tea']);
    await takeBack(again);
    expect(await night.facts(talk)).toEqual([]);
    // A batch that was on its way brings it back no more.
    await night.know(talk, [{ text: 'Has a dog', messageIds: [dog] }]);
    expect(await night.facts(talk)).toEqual([]);
  });

  it('is told by no summary any more, and what was summed up before stays', async () => {
    const { talk, ids } = await said('mia', ['one', 'two', 'three']);
    await sumUp(talk, ids.slice(0, 1), 'She said one.');
    await sumUp(talk, ids.slice(1), 'She said two and three.');
    await takeBack(ids[2]!);
    expect(await summaries(talk)).toEqual(['She said one.']);
  });

  it('is forgotten with the whole conversation, unless it was told in another, too', async () => {
    const one = await said('kim', ['one', 'two']);
    const other = await said('kim', ['three']);
    const stranger = await said('lou', ['four']);
    await night.know(one.talk, [
      { text: 'Has a dog', messageIds: [one.ids[0]!] },
      { text: 'Likes tea', messageIds: [one.ids[1]!] },
    ]);
    await night.know(other.talk, [{ text: 'Likes tea', messageIds: other.ids }]);
    await night.know(stranger.talk, [{ text: 'Has a cat', messageIds: stranger.ids }]);
    await sumUp(one.talk, one.ids, 'One and two.');
    await sumUp(other.talk, other.ids, 'Three.');
    await night.stage.absorb(one.talk.chatId, ['index']);
    expect(await turnsOf(one.talk)).toBe(2);
    await call('DELETE', `/conversations/${one.talk.chatId}`);
    expect(await night.facts(one.talk)).toEqual(['Likes tea']);
    expect(await summaries(one.talk)).toEqual(['Three.']);
    expect(await turnsOf(one.talk)).toBe(0);
    await call('DELETE', `/conversations/${other.talk.chatId}`);
    expect(await night.facts(one.talk)).toEqual([]);
    expect(await summaries(one.talk)).toEqual([]);
    expect(await night.facts(stranger.talk)).toEqual(['Has a cat']);
  });

  it('is not remembered by who was still thinking about it when the conversation went', async () => {
    const { talk, ids } = await said('pat', ['one']);
    const key = { characterId: DEFAULT_CHARACTER_ID, chatId: talk.chatId, step: 'extract' };
    const places = night.stage.part(AbsorptionPlaces);
    const standing = await places.of(key);
    await call('DELETE', `/conversations/${talk.chatId}`);
    let written = false;
    const writes = (): Promise<void> => {
      written = true;
      return Promise.resolve();
    };
    expect(await places.advance(key, standing, { taken: ids, narrowed: null, writes })).toBe(false);
    expect(written).toBe(false);
  });

  it('is forgotten of nobody else, and what an operator wrote stays', async () => {
    const { talk, ids } = await said('eva', ['one']);
    const other = await said('leo', ['one']);
    await night.know(talk, [
      { text: 'Has a cat', messageIds: [ids[0]!] },
      { text: 'Is a friend of ours', messageIds: [] },
    ]);
    await night.know(other.talk, [{ text: 'Has a cat', messageIds: [other.ids[0]!] }]);
    await takeBack(ids[0]!);
    expect(await night.facts(talk)).toEqual(['Is a friend of ours']);
    expect(await night.facts(other.talk)).toEqual(['Has a cat']);
  });

  it('is in no title and no topic of the conversation any more; a title that somebody gave stays', async () => {
    const [mine, given] = [await said('nora', ['one']), await said('olga', ['one'])];
    for (const { talk } of [mine, given]) {
      const note = { title: 'Porto', topics: ['porto'], currentTopic: 'porto' };
      await night.stage.part(Conversations).note(talk.chatId, note);
    }
    await call('PUT', `/conversations/${given.talk.chatId}`, { title: 'Ours' });
    for (const { ids } of [mine, given]) await takeBack(ids[0]!);
    const shown = async ({ talk }: { talk: Talk }) => {
      const { title, topics, currentTopic } = await night.stage.part(Conversations).stateOf(talk.chatId);
      return { title, topics, currentTopic };
    };
    expect(await shown(mine)).toEqual({ title: null, topics: [], currentTopic: null });
    expect(await shown(given)).toEqual({ title: 'Ours', topics: [], currentTopic: null });
  });

  it('nor is anything of what was said, once everything is forgotten', async () => {
    const { talk } = await said('pia', ['one']);
    await night.stage.part(Conversations).note(talk.chatId, { title: 'Oslo', topics: ['oslo'] });
    await night.stage.part(MemoryForgetting).forgetAll(talk.owner);
    expect(await night.stage.part(Conversations).stateOf(talk.chatId)).toMatchObject({ title: null, topics: [] });
  });
});
