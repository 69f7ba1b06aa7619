import { deflateSync } from 'node:zlib';

import fc from 'fast-check';

import { placeholderPicture } from './placeholder-picture.js';
import { readPngCard, withoutTexts, writePngCard } from './png-card.js';
import { readPng, writePng } from './png-chunks.js';

const refused = expect.objectContaining({ code: 'character.wrong-card', kind: 'invalid' }) as Error;
const PICTURE = placeholderPicture('x');

const withChunk = (type: string, data: Buffer): Buffer => {
  const chunks = readPng(PICTURE);
  return writePng([...chunks.slice(0, -1), { type, data }, ...chunks.slice(-1)]);
};
const text = (keyword: string, content: string) => withChunk('tEXt', Buffer.from(`${keyword}\0${content}`, 'latin1'));
const base64 = (content: string) => Buffer.from(content).toString('base64');

describe('PNG files with cards in them', () => {
  it('give back what was written, byte by byte', () => {
    expect(writePng(readPng(PICTURE))).toEqual(PICTURE);
    const cards = { chara: '{"a":"ñ😀"}', ccv3: '{"b":1}' };
    const written = writePngCard(PICTURE, cards);
    const { json, picture } = readPngCard(written);
    expect(json.toString()).toBe(cards.ccv3);
    expect(picture).toEqual(PICTURE);
    expect(withoutTexts(readPng(written))).toEqual(PICTURE);
    expect(readPng(writePngCard(written, cards))).toHaveLength(readPng(written).length);
  });

  it('are read when they hold the older format only, however it is spelt', () => {
    expect(readPngCard(text('chara', base64('{"a":1}'))).json.toString()).toBe('{"a":1}');
    expect(readPngCard(text('Chara', `${base64('{"a":1}')}\n`)).json.toString()).toBe('{"a":1}');
  });

  it('are refused wherever they are cut', () => {
    const whole = writePngCard(placeholderPicture('y'), { chara: '{}', ccv3: '{}' });
    for (let length = 0; length < whole.length; length += length < 100 ? 1 : 13) {
      expect(() => readPngCard(whole.subarray(0, length))).toThrow(refused);
    }
  });

  it('are refused whichever byte is changed', () => {
    const whole = writePngCard(PICTURE, { chara: '{}', ccv3: '{}' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(() => readPngCard(changed)).toThrow(refused);
      }),
    );
  });

  it.each<[string, () => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['no card', () => PICTURE],
    [
      'a card that is packed',
      () => withChunk('zTXt', Buffer.concat([Buffer.from('chara\0\0'), deflateSync(Buffer.alloc(50_000_000))])),
    ],
    ['a card that is packed in another way', () => withChunk('iTXt', Buffer.from('ccv3\0\u0001\0\0\0x'))],
    ['a card that is no base64', () => text('chara', '{"a":1}')],
    [
      'a piece that is longer than the file',
      () => {
        const bytes = Buffer.from(PICTURE);
        bytes.writeUInt32BE(0xff_ff_ff_ff, 8);
        return bytes;
      },
    ],
    [
      'no header',
      () =>
        writePng([
          { type: 'IDAT', data: Buffer.alloc(1) },
          { type: 'IEND', data: Buffer.alloc(0) },
        ]),
    ],
    [
      'a size of its own',
      () => {
        const header = Buffer.alloc(13, 0xff);
        return writePng([
          { type: 'IHDR', data: header },
          { type: 'IEND', data: Buffer.alloc(0) },
        ]);
      },
    ],
    [
      'a type that is none',
      () =>
        writePng([
          { type: 'IHDR', data: Buffer.alloc(13, 1) },
          { type: 'a\0bc', data: Buffer.alloc(0) },
        ]),
    ],
    [
      'more pieces than anybody needs',
      () => writePng(Array.from({ length: 20_000 }, () => ({ type: 'tEXt', data: Buffer.alloc(0) }))),
    ],
  ])('are refused with %s', (_, make) => {
    expect(() => readPngCard(make())).toThrow(refused);
  });

  it('are never unpacked', () => {
    const bomb = withChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))]));
    expect(bomb.length).toBeLessThan(100_000);
    expect(withoutTexts(readPng(bomb))).toEqual(PICTURE);
  });
});
