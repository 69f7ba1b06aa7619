import * as fc from 'fast-check';

import { jsonAnswer } from './json-answer.js';

class Shelf {
  readonly madeAt = new Date(0);
}

function sinceThen(this: { readonly at: Date }): number {
  return this.at.getTime();
}

describe('jsonAnswer', () => {
  it('writes what JSON.stringify writes', () => {
    const leaf = fc.oneof(
      fc.date({ noInvalidDate: false }),
      fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z') }),
      fc.jsonValue(),
      fc.constant(undefined),
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
    })).value;
    fc.assert(fc.property(tree, (value) => expect(jsonAnswer(value)).toBe(JSON.stringify(value))));
  });

  it.each([
    ['the first moment', new Date(0)],
    ['the last that has four figures for the year', new Date('9999-12-31T23:59:59.999Z')],
    ['a moment later', new Date(253_402_300_800_000)],
    ['before 1970', new Date(-1)],
    ['one figure everywhere', new Date('2026-01-02T03:04:05.006Z')],
    ['two days in turn', [new Date('2026-01-02T23:59:59.099Z'), new Date('2026-01-03T00:00:00Z'), new Date(0)]],
    ['no time at all', new Date(NaN)],
    ['an object of a class', { shelf: new Shelf() }],
    ['an object that says how it is written', { a: { at: new Date(1), toJSON: sinceThen } }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { at: new Date(1) })],
    ['a key that is a prototype elsewhere', JSON.parse('{"__proto__":{"a":1},"at":[]}')],
  ])('writes %s as the built-in does', (_, value) => {
    expect(jsonAnswer(value)).toBe(JSON.stringify(value));
  });

  it('changes nothing of what it is given', () => {
    const given = { at: new Date(1), list: [new Date(2)] };
    jsonAnswer(given);
    expect(given).toEqual({ at: new Date(1), list: [new Date(2)] });
  });
});
