import { NightStage } from '../../testing/night-stage.js';
import { TalkStage, type Talk } from '../../testing/talk-stage.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';

describe('what was told in a message that is deleted for everyone', () => {
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
});
