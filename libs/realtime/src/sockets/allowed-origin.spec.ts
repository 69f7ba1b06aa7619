import { isAllowedOrigin } from './allowed-origin.js';

describe('isAllowedOrigin', () => {
  it.each([
    ['our own page', 'http://ours.example', [], true],
    ['a program', undefined, [], true],
    ['a site nobody named', 'https://chat.example', [], false],
    ['a site that is named', 'https://chat.example', ['https://chat.example'], true],
    ['the same place over another protocol', 'http://chat.example', ['https://chat.example'], false],
    ['the same place on another port', 'https://chat.example:8443', ['https://chat.example'], false],
    ['a place within it', 'https://evil.chat.example', ['https://chat.example'], false],
    ['a place that begins like it', 'https://chat.example.evil', ['https://chat.example'], false],
    ['a page without a place', 'null', ['https://chat.example'], false],
    ['any, when all may', 'https://anywhere.example', ['*'], true],
  ])('%s', (_, origin, origins, expected) => {
    expect(isAllowedOrigin({ origin, host: 'ours.example' }, origins)).toBe(expected);
  });
});
