import { agreedType, mediaTypeOf } from './media-type.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const refused = expect.objectContaining({ code: 'outbox.media-mismatch' }) as Error;

describe('agreedType', () => {
  it.each([
    ['image/png', 'image/png', 'image/png'],
    ['image/png', undefined, 'image/png'],
    ['image/png', 'image/jpeg', 'image/png'],
    [undefined, 'text/csv', 'text/csv'],
    [undefined, undefined, 'application/octet-stream'],
    ['application/zip', 'application/vnd.apple.pages', 'application/vnd.apple.pages'],
    ['audio/ogg', 'video/ogg', 'video/ogg'],
    ['video/mp4', 'audio/mp4', 'audio/mp4'],
  ])('found %s, said to be %s: %s', (found, claimed, type) => {
    expect(agreedType(found, claimed)).toBe(type);
  });

  it.each([
    ['application/x-msdownload', 'image/png'],
    [undefined, 'image/png'],
    [undefined, 'video/mp4'],
    ['image/png', 'application/pdf'],
    ['video/mp4', 'image/mp4-not'],
  ])('found %s, said to be %s: refused', (found, claimed) => {
    expect(() => agreedType(found, claimed)).toThrow(refused);
  });
});

describe('mediaTypeOf', () => {
  it('looks at the bytes', async () => {
    expect(await mediaTypeOf(PNG, 'IMAGE/PNG')).toBe('image/png');
    await expect(mediaTypeOf(Buffer.from('MZ'), 'image/png')).rejects.toEqual(refused);
  });
});
