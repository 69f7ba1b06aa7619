import { authorName } from './author-name.js';

describe('authorName', () => {
  it.each([
    ['Ana', 'Ana'],
    ['~\u202fAna', 'Ana'],
    ['~\u00a0Ana', 'Ana'],
    ['\u202a+34\u00a0600\u00a000\u00a000\u00a001\u202c', '+34 600 00 00 01'],
    ['Bob "Bobby" Smith', 'Bob "Bobby" Smith'],
    ['Ana changed the subject to "Trip', null],
    ['Ana cambió el asunto a “Viaje', null],
    ['Ana a changé le sujet en « Voyage', null],
    ['x'.repeat(101), null],
    ['\u200e', null],
  ])('%j is %j', (raw, name) => {
    expect(authorName(raw)).toBe(name);
  });
});
