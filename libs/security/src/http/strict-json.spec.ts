import fc from 'fast-check';

import { parseStrictJson } from './strict-json.js';

const parse = (text: string) => parseStrictJson(Buffer.from(text));
const refused = expect.objectContaining({ code: 'request.invalid-json' }) as Error;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parseStrictJson', () => {
  it('takes every JSON that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!/"(__proto__|constructor)"/.test(text));
        expect(parse(text)).toEqual(JSON.parse(text));
        expect(parse(JSON.stringify(JSON.parse(text), null, 2))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['the same key in two objects', '[{"a":1},{"a":2}]'],
    ['a forbidden key as a value', '{"a":"__proto__"}'],
    ['a key with what looks like an end', String.raw`{"a\"":1,"a\\":2,"a":3}`],
    ['brackets in texts', '{"a":"{{[[","b":"]"}'],
    ['100 levels', nested(100)],
  ])('takes %s', (_, text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a key twice', '{"a":1,"b":{},"a":2}'],
    ['a key twice, one escaped', String.raw`{"a":1,"\u0061":2}`],
    ['a key twice, with space before the colon', '{"a" :1,"a"\n:2}'],
    ['__proto__', '{"a":{"__proto__":1}}'],
    ['__proto__, escaped', String.raw`{"__pr\u006fto__":1}`],
    ['constructor', '[{"constructor":{}}]'],
    ['101 levels', nested(101)],
    ['a million levels', nested(1_000_000)],
    ['half of a text', '{"a":"'],
  ])('refuses %s', (_, text) => {
    expect(() => parse(text)).toThrow(refused);
  });

  it('takes no bytes for no body', () => {
    expect(parse('')).toBeUndefined();
  });
});
