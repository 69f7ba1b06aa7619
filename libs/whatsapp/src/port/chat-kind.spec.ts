import { chatKindOf } from './chat-kind.js';

describe('chatKindOf', () => {
  it.each([
    ['34600000001@c.us', 'direct'],
    ['34600000001:12@s.whatsapp.net', 'direct'],
    ['123456789012345@lid', 'direct'],
    ['120363000000000001@g.us', 'group'],
    ['34600000001-1600000000@g.us', 'group'],
    ['status@broadcast', 'status'],
    ['1600000000@broadcast', 'broadcast'],
    ['120363000000000001@newsletter', 'newsletter'],
    ['0@bot', 'unknown'],
    ['a@toString', 'unknown'],
    ['a@b@c.us', 'unknown'],
    ['@c.us', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (chatId, kind) => {
    expect(chatKindOf(chatId)).toBe(kind);
  });
});
