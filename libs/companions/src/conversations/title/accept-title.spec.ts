import fc from 'fast-check';

import { acceptTitle } from './accept-title.js';

describe('acceptTitle', () => {
  it.each([
    ['Fishing at dawn', 'Fishing at dawn'],
    ['"Fishing at dawn."\n', 'Fishing at dawn'],
    ['**Fishing**\nat\tdawn', 'Fishing** at dawn'],
    ['', null],
    [' \u200b\n', null],
    ['"..."', null],
    ['Win now at www.example.org', null],
    ['a'.repeat(100), `${'a'.repeat(59)}…`],
    [`${'word '.repeat(20)}`, `${'word '.repeat(11).trim()}…`],
  ])('%j becomes %j', (output, title) => {
    expect(acceptTitle(output)).toBe(title);
  });

  it('is one well-formed line of at most 60 units, whatever a model writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (output) => {
        const title = acceptTitle(output);
        if (title === null) return;
        expect(title.length).toBeLessThanOrEqual(60);
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toMatch(/[\n\r\0]/);
      }),
    );
  });
});
