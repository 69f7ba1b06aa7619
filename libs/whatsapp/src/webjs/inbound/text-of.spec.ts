import type { RawMessage } from './raw-message.js';
import { textOf } from './text-of.js';

const CARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Gil;Bea\r\nFN:Bea\\, the\r\n  boss\r\nitem1.TEL;waid=34600:+34 600\r\nTEL:+34 601\r\nEND:VCARD';

describe('textOf', () => {
  it.each<[string, Partial<RawMessage>, string]>([
    ['a text', { type: 'chat', body: 'hi' }, 'hi'],
    ['a text with what can be stored nowhere', { type: 'chat', body: 'a\u0000\uD83Db' }, 'a\uFFFDb'],
    ['a text without one', { type: 'chat' }, ''],
    ['a body that is no text', { type: 'chat', body: 7 as never }, ''],
    ['a caption, never the thumbnail', { type: 'image', body: '/9j/4AAQ', caption: 'see' }, 'see'],
    ['no caption', { type: 'video', body: '/9j/4AAQ' }, ''],
    ['a place', { type: 'location', lat: 1.5, lng: -2, loc: 'Sol\nMadrid' }, 'Sol\nMadrid\n1.5, -2'],
    ['a place without words', { type: 'location', lat: 0, lng: 0 }, '0, 0'],
    ['a card', { type: 'vcard', body: CARD }, 'Bea, the boss, +34 600, +34 601'],
    ['cards', { type: 'multi_vcard', vcardList: [{ vcard: 'FN:A' }, {}, { vcard: 'TEL:1' }] }, 'A\n1'],
    ['a poll', { type: 'poll_creation', pollName: 'When?', pollOptions: [{ name: 'Now' }, {}] }, 'When?\nNow'],
    ['a type that nobody knows', { type: 'hologram', body: 'x' }, ''],
    ['a type with the name of something else', { type: 'toString', body: 'x' }, ''],
  ])('%s', (_, raw, text) => {
    expect(textOf(raw as RawMessage)).toBe(text);
  });
});
