import { mediaKindOf } from './media-kind.js';

const MB = 1_048_576;

describe('mediaKindOf', () => {
  it.each([
    ['image/jpeg', 5 * MB, '', 'image'],
    ['image/jpeg', 5 * MB + 1, '', 'document'],
    ['image/jpeg', 1, 'a caption', 'image'],
    ['audio/ogg; codecs=opus', 1, '', 'audio'],
    ['audio/ogg', 1, 'a caption', 'document'],
    ['IMAGE/WEBP', 1, '', 'sticker'],
    ['image/webp', MB, '', 'document'],
    ['application/pdf', 100 * MB, '', 'document'],
    ['video/mp4', 100 * MB + 1, '', null],
    ['', 1, '', 'document'],
  ])('%s of %d bytes with "%s" is %s', (mimeType, bytes, caption, kind) => {
    expect(mediaKindOf(mimeType, bytes, caption)).toBe(kind);
  });
});
