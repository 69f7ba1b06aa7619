import { readJson } from './read-json.js';

describe('readJson', () => {
  it.each([
    ['plain', '{"a":1}'],
    ['fenced', '```json\n{"a":1}\n```'],
    ['fenced without a name', ' ```\n{"a":1}```\n'],
  ])('reads %s JSON', (_, text) => {
    expect(readJson(text)).toEqual({ a: 1 });
  });

  it.each([
    ['cut', '{"a":'],
    ['empty', ''],
    ['talk around it', 'Here: {"a":1}'],
  ])('refuses %s JSON without quoting it', (_, text) => {
    expect(() => readJson(text)).toThrow('The output is not one valid JSON value.');
  });
});
