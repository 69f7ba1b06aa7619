import type { OutboundContent } from '../../port/outbound-message.js';
import { pageSendOf } from './page-send-of.js';

const TEXT: OutboundContent = { kind: 'text', text: 'hi' };
const media = (mimeType: string, fileName?: string): OutboundContent => {
  return { kind: 'media', mimeType, data: Buffer.from('x'), fileName, caption: '' };
};
const send = (content: OutboundContent, chatId = '34600@c.us') => pageSendOf({ id: '3EB0', chatId, content });

describe('pageSendOf', () => {
  it.each<[string, OutboundContent, string]>([
    ['a status', TEXT, 'status@broadcast'],
    ['a newsletter', TEXT, '1@newsletter'],
    ['nobody', TEXT, 'nobody'],
    ['too much', { kind: 'text', text: 'x'.repeat(65_537) }, '34600@c.us'],
    ['too long a caption', { ...media('image/png'), caption: 'x'.repeat(65_537) } as OutboundContent, '34600@c.us'],
    ['an empty attachment', { kind: 'media', mimeType: 'image/png', data: Buffer.alloc(0), caption: '' }, '34600@c.us'],
    ['a template', { kind: 'template', name: 'x', language: 'en', parameters: [] }, '34600@c.us'],
  ])('rejects %s for good', (_, content, chatId) => {
    expect(() => send(content, chatId)).toThrow(expect.objectContaining({ code: 'whatsapp.send-rejected' }) as Error);
  });

  it('cleans a text, and takes the longest there is', () => {
    expect(send({ kind: 'text', text: 'a\u0000\uDC00' }).text).toBe('a\uFFFD');
    expect(send({ kind: 'text', text: `\u0000${'x'.repeat(65_536)}` }).text).toHaveLength(65_536);
  });

  it.each([
    ['image/png', false],
    ['video/mp4', false],
    ['audio/ogg; codecs=opus', false],
    ['application/pdf', true],
    ['image/svg+xml', true],
    ['video/x-matroska', true],
  ])('sends %s as a document: %s', (mimeType, asDocument) => {
    expect(send(media(mimeType)).media?.asDocument).toBe(asDocument);
  });

  it.each([
    ['image/png', undefined, 'file.png'],
    ['image/svg+xml', undefined, 'file.svg'],
    ['audio/ogg; codecs=opus', undefined, 'file.ogg'],
    ['application/pdf', 'a.pdf', 'a.pdf'],
    ['nonsense', undefined, 'file.bin'],
  ])('names %s', (mimeType, fileName, name) => {
    expect(send(media(mimeType, fileName)).media?.fileName).toBe(name);
  });
});
