import { jest } from '@jest/globals';

import { OutboxWriter } from '#messaging';

import { newCharacter } from '../../testing/characters-stage.js';
import { ChatStage } from '../../testing/chat-stage.js';
import type { ConversationDto, ConversationPageDto } from './rest/conversation-answer.dto.js';

describe('a conversation that begins', () => {
  let stage: ChatStage;
  let characterId: string;

  beforeAll(async () => {
    stage = await ChatStage.open();
    const vera = newCharacter({ name: 'Vera', greeting: 'Ahoy, I am {{char}}.' });
    ({ id: characterId } = (await stage.call<{ id: string }>('POST', '/characters', vera)).body);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  afterAll(() => stage.close());

  it('is there with its character and the greeting, or not at all', async () => {
    const person = await stage.person();
    const wish = { characterId, clientId: 'first' };
    jest.spyOn(stage.app.app.get(OutboxWriter, { strict: false }), 'put').mockRejectedValueOnce(new Error('no'));
    expect((await person.call('POST', '/conversations', wish)).status).toBe(500);
    const list = await person.call<ConversationPageDto>('GET', '/conversations?status=all');
    expect(list.body.conversations).toEqual([]);
    const { id } = await person.begin(characterId, { clientId: 'first' });
    expect((await person.said(id)).map(({ content }) => content)).toEqual(['Ahoy, I am Vera.']);
  });

  it('begins once, however often it is asked for at once', async () => {
    const person = await stage.person();
    const wish = { characterId, clientId: 'many' };
    const all = await Promise.all(
      Array.from({ length: 8 }, () => person.call<ConversationDto>('POST', '/conversations', wish)),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    const [id = '', ...others] = new Set(all.map(({ body }) => body.id));
    expect(others).toEqual([]);
    expect(await person.said(id)).toHaveLength(1);
  });

  it('names for each message who said it, whoever answers later', async () => {
    const person = await stage.person();
    const nora = newCharacter({ name: 'Nora', greeting: 'Hi.' });
    const { body } = await stage.call<{ id: string }>('POST', '/characters', nora);
    const { id } = await person.begin(body.id);
    await person.say(id, 'Hello');
    await stage.app.drained();
    const sayersOf = async (): Promise<(string | null)[]> =>
      (await person.said(id)).filter(({ senderType }) => senderType === 'character').map(({ senderId }) => senderId);
    const before = await sayersOf();
    expect(before.length).toBeGreaterThan(1);
    expect(new Set(before)).toEqual(new Set([body.id]));
    await stage.call('DELETE', `/characters/${body.id}`);
    await person.say(id, 'And who are you?');
    await stage.app.drained();
    const after = await sayersOf();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).not.toBe(body.id);
  });
});
