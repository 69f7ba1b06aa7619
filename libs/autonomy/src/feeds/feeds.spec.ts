import { afterFailure } from './back-off.js';
import { isShareable } from './is-shareable.js';
import { publicLink } from './public-link.js';

const NOW = new Date('2026-03-02T12:00:00Z');

describe('publicLink', () => {
  const check = (url: string): void => {
    if (new URL(url).hostname.startsWith('10.')) throw new Error('private');
  };

  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
  ])('takes %s', (url, link) => {
    expect(publicLink(url, check)).toBe(link);
  });

  it.each([
    [null],
    ['not an address'],
    ['http://example.org/'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['https://localhost/'],
    ['https://router/'],
    ['https://printer.local/'],
    ['https://db.internal./'],
    ['https://10.0.0.1/'],
    [`https://example.org/${'a'.repeat(500)}`],
  ])('leaves out %s', (url) => {
    expect(publicLink(url, check)).toBeNull();
  });
});

describe('isShareable', () => {
  it.each([
    ['Hedgehogs are back in the city', true],
    ['How to get away with a better garden', true],
    ['Naked girls want sex tonight, hot pussy pics', false],
    ['He said: kill yourself', false],
  ])('%s: %s', (title, expected) => {
    expect(isShareable({ title, summary: null })).toBe(expected);
    expect(isShareable({ title: 'News', summary: title })).toBe(expected);
  });
});

describe('afterFailure', () => {
  it('waits longer each time, up to a day, and gives up after ten', () => {
    const hours = Array.from({ length: 10 }, (_, failures) => {
      const { nextFetchAt, enabled } = afterFailure(failures, NOW);
      return [(nextFetchAt.getTime() - NOW.getTime()) / 3_600_000, enabled];
    });
    expect(hours.map(([wait]) => wait)).toEqual([1, 2, 4, 8, 16, 24, 24, 24, 24, 24]);
    expect(hours.map(([, enabled]) => enabled)).toEqual([...Array<boolean>(9).fill(true), false]);
  });
});
