import { isAllowedChat, type ListedChat } from './is-allowed-chat.js';

const newChat = (overrides: Partial<ListedChat> = {}): ListedChat => ({
  ...{ allowed: null, externalId: '34600000001@c.us', phones: ['34600000001'] },
  ...overrides,
});

describe('isAllowedChat', () => {
  it.each<[string, Partial<ListedChat>, readonly string[], boolean]>([
    ['no list lets everybody in', {}, [], true],
    ['a phone', {}, ['+34 600 000 001'], true],
    ['a phone written as a chat id', { externalId: '77@lid' }, ['34600000001@c.us'], true],
    ['the id of the chat', { externalId: '77@lid', phones: [] }, ['77@lid'], true],
    ['another phone', {}, ['+34600000002'], false],
    ['an id of which only the digits are those of a phone', {}, ['34600000001@g.us'], false],
    ['let in by hand', { allowed: true }, ['+34600000002'], true],
    ['shut out by hand', { allowed: false }, [], false],
  ])('%s', (_, chat, list, verdict) => {
    expect(isAllowedChat(newChat(chat), list)).toBe(verdict);
  });
});
