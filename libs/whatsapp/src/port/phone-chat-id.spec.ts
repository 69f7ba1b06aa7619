import fc from 'fast-check';

import { directChatIdOf, phoneOfChatId } from './phone-chat-id.js';

describe('phone and chat id', () => {
  it.each([
    ['34600000001@c.us', '+34600000001'],
    ['34600000001:7@s.whatsapp.net', '+34600000001'],
    ['123456789012345@lid', null],
    ['120363000000000001@g.us', null],
    ['x@c.us', null],
  ])('the phone of %s is %s', (chatId, phone) => {
    expect(phoneOfChatId(chatId)).toBe(phone);
  });

  it.each([
    ['+34600000001', '34600000001@c.us'],
    ['34600000001', '34600000001@c.us'],
    ['+34 600', null],
    ['1234', null],
    ['1234567890123456', null],
  ])('the chat of %s is %s', (phone, chatId) => {
    expect(directChatIdOf(phone)).toBe(chatId);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{4,14}$/), (phone) => {
        expect(phoneOfChatId(directChatIdOf(phone) ?? '')).toBe(phone);
      }),
    );
  });
});
