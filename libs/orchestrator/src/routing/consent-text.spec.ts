import { CONSENT_LANGUAGES, saidConsent, type ConsentWord } from '#messaging';

import { consentText } from './consent-text.js';

/** The consent words that a text names, written as they are to be written. */
function wordsNamedIn(text: string): (string | null)[] {
  const words = text.split(/[\s.,。、“”「」"]+/).filter((word) => word === word.toUpperCase());
  return words.map((word) => saidConsent(word)?.word ?? null).filter((word) => word !== null);
}

describe('consentText', () => {
  it.each(CONSENT_LANGUAGES)('says in %s which word undoes it, and we know that word', (language) => {
    const undoneBy = (word: ConsentWord) => wordsNamedIn(consentText({ word, language }));
    expect(undoneBy('stop')).toEqual(['start']);
    expect(undoneBy('start')).toEqual(['stop']);
  });
});
