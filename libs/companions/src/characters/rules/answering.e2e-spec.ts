import { Transactions } from '#database';
import { newId } from '#kernel';
import { AnsweringCharacters } from '#memory';
import { ChatReader } from '#messaging';
import { waitFor } from '#testing';
import type { TestApp } from '#testing/app';

import { CharactersStage } from '../../../testing/characters-stage.js';
import { Characters } from '../characters.service.js';
import { ChatFactsReader } from './chat-facts.service.js';

describe('who answers whom', () => {
  let stage: CharactersStage;

  beforeAll(async () => {
    stage = await CharactersStage.open();
  });

  afterAll(() => stage.close());

  const put = (rules: object[], otherwise = 'secretary') =>
    stage.call<{ revision: number; code?: string }>('PUT', '/rules', { rules, default: otherwise });

  async function answering(chatId: string, app: TestApp = stage.app): Promise<string> {
    const chat = await app.app.get(ChatReader, { strict: false }).find(chatId);
    return (await app.app.get(Characters, { strict: false }).answering({ chat })).slug;
  }

  it('is the secretary until somebody says otherwise', async () => {
    const { chatId } = await stage.chat();
    expect(await answering(chatId)).toBe('secretary');
    expect(await stage.call('GET', '/rules')).toMatchObject({
      body: { rules: [], default: '00000000-0000-7000-8000-000000000001', revision: 0, changedAt: null },
    });
  });

  it('is whom the first true rule names, as soon as it is written', async () => {
    const one = await stage.chat();
    const other = await stage.chat();
    const { id, slug } = await stage.character();
    expect(
      await put([
        { when: { chatIds: [one.chatId.toUpperCase()] }, then: slug },
        { when: { phonePrefixes: ['+34'] }, then: 'friend' },
      ]),
    ).toMatchObject({ status: 200, body: { rules: [{ then: id }, {}] } });
    expect([await answering(one.chatId), await answering(other.chatId)]).toEqual([slug, 'friend']);
    await put([{ when: { contactIds: [other.contactId], kind: 'direct' }, then: slug }], 'friend');
    expect([await answering(one.chatId), await answering(other.chatId)]).toEqual(['friend', slug]);
    await put([]);
  });

  it('is told to the memory without being chosen: whom the chat has, else whom the rules name', async () => {
    const [had, other] = [await stage.chat(), await stage.chat()];
    const { id } = await stage.character();
    await stage.part(Characters).assign(had.chatId, id);
    await stage.query('DELETE FROM character_chats WHERE chat_id = $1', [other.chatId]);
    const likely = () => stage.part(AnsweringCharacters).of([had.chatId, other.chatId]);
    expect(await likely()).toEqual(
      new Map([
        [had.chatId, id],
        [other.chatId, '00000000-0000-7000-8000-000000000001'],
      ]),
    );
    await put([{ when: { chatIds: [other.chatId, had.chatId] }, then: 'friend' }]);
    expect((await likely()).get(had.chatId)).toBe(id);
    expect((await stage.call('GET', `/${(await likely()).get(other.chatId)}`)).body).toMatchObject({ slug: 'friend' });
    expect(await stage.query('SELECT 1 FROM character_chats WHERE chat_id = $1', [other.chatId])).toEqual([]);
    await put([]);
  });

  it('is seen by another process within 5 s', async () => {
    const { chatId } = await stage.chat();
    const { slug } = await stage.character();
    const another = await stage.another();
    try {
      expect(await answering(chatId, another)).toBe('secretary');
      await put([{ when: { kind: 'direct' }, then: slug }]);
      await waitFor(async () => (await answering(chatId, another)) === slug, {
        timeoutMs: 5_000,
        what: 'the new rule',
      });
      await stage.call('PATCH', `/${slug}`, { name: 'Vera the second' });
      const { id } = (await stage.call('GET', `/${slug}`)).body;
      await waitFor(
        async () => (await another.app.get(Characters, { strict: false }).byId(id)).name === 'Vera the second',
        { timeoutMs: 5_000, what: 'the new name' },
      );
    } finally {
      await another.stop();
    }
    await put([]);
  });

  it('stays who it was during a conversation, and is chosen anew after a silence', async () => {
    const { chatId } = await stage.chat();
    await put([{ when: { tags: ['work'] }, then: 'friend' }]);
    expect(await answering(chatId)).toBe('secretary');
    const chat = await stage.part(ChatReader).find(chatId);
    const label = { value: 'work', confidence: 1, model: null, at: new Date(), source: 'operator' as const };
    const tagged = { ...chat, labels: { ...chat.labels, tags: [label] } };
    const characters = stage.part(Characters);
    expect((await characters.answering({ chat: tagged })).slug).toBe('secretary');
    await stage.query(`UPDATE character_chats SET used_at = now() - interval '7 hours' WHERE chat_id = $1`, [chatId]);
    expect((await characters.answering({ chat: tagged })).slug).toBe('friend');
    expect((await characters.answering({ chat })).slug).toBe('friend');
    await put([]);
  });

  it('is whom somebody chose for the chat, whatever the rules say, until that one retires', async () => {
    const { chatId } = await stage.chat();
    const { slug } = await stage.character();
    await stage.part(Characters).assign(chatId, slug);
    await put([{ when: { kind: 'direct' }, then: 'friend' }]);
    expect(await answering(chatId)).toBe(slug);
    await stage.call('DELETE', `/${slug}`);
    expect(await answering(chatId)).toBe('friend');
    await stage.part(Characters).assign(chatId, 'secretary');
    await stage.part(Characters).assign(chatId, null);
    expect(await answering(chatId)).toBe('friend');
    await put([]);
  });

  it('gives the character with its name in its texts', async () => {
    const { id } = await stage.character({
      description: '{{char}} helps {{user}}',
      scenario: '<BOT> waits for <USER>',
    });
    expect(await stage.part(Characters).byId(id)).toMatchObject({
      description: 'Vera helps the person',
      scenario: 'Vera waits for the person',
    });
  });

  it('knows the phone, the account and the channel of a chat', async () => {
    const { chatId, contactId } = await stage.chat();
    const chat = await stage.part(ChatReader).find(chatId);
    expect(await stage.part(ChatFactsReader).of(chat)).toMatchObject({
      chatId,
      contactId,
      kind: 'direct',
      channel: 'whatsapp',
      phones: [chat.externalId.split('@')[0]],
      accountId: chat.accountId,
    });
  });

  it('follows contacts that turn out to be one', async () => {
    const [from, into] = [newId(), newId()];
    await put([{ when: { contactIds: [from] }, then: 'friend' }]);
    const { MergeFollowers } = await import('#messaging');
    await stage.part(Transactions).run((manager) => stage.part(MergeFollowers).contacts(manager, { from, into }));
    expect(await stage.call('GET', '/rules')).toMatchObject({ body: { rules: [{ when: { contactIds: [into] } }] } });
    await put([]);
  });

  it('does not let a character go that a rule names, nor name one that is gone', async () => {
    const { slug } = await stage.character();
    await put([{ when: { kind: 'group' }, then: slug }]);
    expect(await stage.call('DELETE', `/${slug}`)).toMatchObject({ status: 409, body: { code: 'character.in-use' } });
    await put([]);
    await stage.call('DELETE', `/${slug}`);
    expect(await put([{ when: { kind: 'group' }, then: slug }])).toMatchObject({
      status: 400,
      body: { code: 'character.unknown', details: { unknown: [slug] } },
    });
    expect(await put([], slug)).toMatchObject({ status: 400 });
  });

  it.each<[string, unknown]>([
    ['no default', { rules: [] }],
    ['no rules', { default: 'secretary' }],
    ['a rule about nothing', { rules: [{ when: {}, then: 'friend' }], default: 'secretary' }],
    ['a rule without when', { rules: [{ then: 'friend' }], default: 'secretary' }],
    ['a rule that is a list', { rules: [[]], default: 'secretary' }],
    ['a misspelt condition', { rules: [{ when: { chatId: ['x'] }, then: 'friend' }], default: 'secretary' }],
    [
      'a prefix that is no number',
      { rules: [{ when: { phonePrefixes: ['abc'] }, then: 'friend' }], default: 'secretary' },
    ],
    ['a chat that is no id', { rules: [{ when: { chatIds: ['x'] }, then: 'friend' }], default: 'secretary' }],
    ['an empty list', { rules: [{ when: { tags: [] }, then: 'friend' }], default: 'secretary' }],
    ['an unknown channel', { rules: [{ when: { channels: ['fax'] }, then: 'friend' }], default: 'secretary' }],
    ['null', { rules: [{ when: { kind: null }, then: 'friend' }], default: 'secretary' }],
    ['NUL', { rules: [{ when: { tags: ['a\u0000'] }, then: 'friend' }], default: 'secretary' }],
  ])('refuses %s', async (_, body) => {
    expect((await stage.call('PUT', '/rules', body)).status).toBe(400);
  });
});
