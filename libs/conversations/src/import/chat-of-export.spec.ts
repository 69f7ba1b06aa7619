import { chatOfExport, chosenChat, senderId } from './chat-of-export.js';

describe('chatOfExport', () => {
  it.each([
    ['WhatsApp Chat with Ana.txt', 'Ana'],
    ['WhatsApp Chat with Ana (1).txt', 'Ana'],
    ['WhatsApp Chat with Ana (20260105-120000000).txt', 'Ana'],
    ['WhatsApp Chat with Team (2024) (20260105-120000000) (1).zip', 'Team (2024)'],
    ['WhatsApp Chat - Ana Vidal.zip', 'Ana Vidal'],
    ['Chat de WhatsApp con Ana.txt', 'Ana'],
    ['Conversa do WhatsApp com Ana.txt', 'Ana'],
    ['Discussion WhatsApp avec Ana.txt', 'Ana'],
    ['WhatsApp Chat mit Ana.txt', 'Ana'],
    ['Chat WhatsApp con Ana.txt', 'Ana'],
    ['_chat.txt', 'Bob'],
  ])('%s is the chat with %s', (fileName, name) => {
    expect(chatOfExport({}, [fileName], ['Bob'])).toMatchObject({ name, kind: 'direct' });
  });

  it('makes the same id from the same name, and a group of more than two people', () => {
    const [one, again] = [
      chatOfExport({}, ['_chat.txt', 'WhatsApp Chat - Trip.zip'], ['A', 'B']),
      chatOfExport({ chatName: 'Trip' }, [], ['A']),
    ];
    expect(one).toMatchObject({ kind: 'group', name: 'Trip', externalId: again.externalId });
    expect(one.externalId).toMatch(/^import:[\w-]{24}@import$/);
  });

  it.each([
    ['+34 600 000 001', '34600000001@c.us', 'direct'],
    ['34600000001@c.us', '34600000001@c.us', 'direct'],
    ['1203@g.us', '1203@g.us', 'group'],
  ])('takes %s for the chat %s', (chat, externalId, kind) => {
    expect(chatOfExport(chosenChat(chat), [], ['Ana'])).toEqual({ externalId, kind, name: 'Ana' });
  });

  it('asks when the file does not tell the chat, or several people write in a direct one', () => {
    expect(() => chatOfExport({}, ['_chat.txt'], ['A', 'B'])).toThrow(/"chat"/);
    expect(() => chatOfExport(chosenChat('status@broadcast'), [], ['A'])).toThrow(/"chat"/);
    expect(() => chatOfExport(chosenChat('+34600000001'), [], ['A', 'B'])).toThrow(/more than one other/);
  });

  it('knows the people of a group by phone or name, and the other one of a direct chat by its id', () => {
    const group = chatOfExport({ chatName: 'Trip' }, [], ['A', 'B']);
    expect(senderId('+34 600 00 00 01', group)).toBe('34600000001@c.us');
    expect(senderId('A', group)).toMatch(/^import:.*@import$/);
    expect(senderId('A', chatOfExport(chosenChat('+34600000001'), [], ['A']))).toBe('34600000001@c.us');
  });
});
