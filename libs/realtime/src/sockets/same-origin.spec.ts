import { isSameOrigin } from './same-origin.js';

describe('isSameOrigin', () => {
  it.each([
    ['a program', undefined, '127.0.0.1:8001', true],
    ['our own page', 'http://127.0.0.1:8001', '127.0.0.1:8001', true],
    ['our own page behind a proxy with TLS', 'https://secretary.example', 'secretary.example', true],
    ['our own page, its default port written out', 'https://secretary.example', 'Secretary.example:443', true],
    ['another site', 'https://elsewhere.example', '127.0.0.1:8001', false],
    ['another port of the machine', 'http://127.0.0.1:3000', '127.0.0.1:8001', false],
    ['another name of the machine', 'http://localhost:8001', '127.0.0.1:8001', false],
    ['a page without an origin of its own', 'null', '127.0.0.1:8001', false],
    ['no host', 'http://127.0.0.1:8001', undefined, false],
    ['nonsense', 'http://a b', 'a b', false],
  ])('%s', (_, origin, host, same) => {
    expect(isSameOrigin({ origin, host })).toBe(same);
  });
});
