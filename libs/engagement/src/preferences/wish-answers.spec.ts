import { contactWish } from '#companions';

import { WISH_ANSWERS } from './wish-answers.js';

/** What an answer tells them to say. */
function allQuotedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/[«„“「"]\s?(.+?)\s?[»“”」"]/gu), ([, said = '']) => said);
}

function quotedIn(text: string): string {
  return allQuotedIn(text)[0] ?? '';
}

describe.each(Object.entries(WISH_ANSWERS))(
  'what people are told to say, in %s',
  (language, { off, least, unclear }) => {
    it('brings writing first back', () => {
      expect(contactWish(quotedIn(off))).toEqual({ kind: 'on', language });
    });

    it('ends writing first', () => {
      expect(contactWish(quotedIn(least))).toEqual({ kind: 'off', language });
    });

    it('can be kept, where what they said cannot', () => {
      const wishes = allQuotedIn(unclear).map(contactWish);
      expect(wishes.map((wish) => wish?.kind)).toEqual(['not-before', 'not-after', 'less', 'off']);
      expect(new Set(wishes.map((wish) => wish?.language))).toEqual(new Set([language]));
    });
  },
);
