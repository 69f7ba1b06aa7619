import { contactWish } from '#companions';

import { WISH_ANSWERS } from './wish-answers.js';

/** What an answer tells them to say. */
function quotedIn(text: string): string {
  return /[«„“「"]\s?(.+?)\s?[»“”」"]/u.exec(text)?.[1] ?? '';
}

describe.each(Object.entries(WISH_ANSWERS))('what people are told to say, in %s', (language, { off, least }) => {
  it('brings writing first back', () => {
    expect(contactWish(quotedIn(off))).toEqual({ kind: 'on', language });
  });

  it('ends writing first', () => {
    expect(contactWish(quotedIn(least))).toEqual({ kind: 'off', language });
  });
});
