import { editOf } from './edit-of.js';
import type { RawMessage } from './raw-message.js';

const RAW: RawMessage = { id: { fromMe: false, remote: 'a@c.us', id: '1' }, type: 'chat', body: 'now', t: 1 };

describe('editOf', () => {
  it.each<[string, Partial<RawMessage>, unknown, string | undefined]>([
    ['other words', {}, 'before', 'now'],
    ['a caption that was added', { type: 'image', caption: 'see', latestEditSenderTimestampMs: 5 }, undefined, 'see'],
    ['a text that was deciphered at last: no edit', {}, undefined, undefined],
    ['the same from nothing', {}, '', undefined],
    ['words that were taken away', { body: '' }, 'before', ''],
  ])('%s', (_, raw, before, text) => {
    expect(editOf({ ...RAW, ...raw }, before)).toBe(text);
  });
});
