import { CONSENT_LANGUAGES, consentWord, saidConsent } from './consent-word.js';

describe('consentWord', () => {
  it.each([
    ['plain', 'STOP'],
    ['any case', 'StOp'],
    ['with spaces and marks', '  Stop!! '],
    ['quoted', '"STOP"'],
    ['quoted as WhatsApp shows it', '> stop'],
    ['with an emoji', '🛑 STOP 🛑'],
    ['full-width', 'ＳＴＯＰ'],
    ['Cyrillic look-alikes', 'ЅТОР'],
    ['mixed look-alikes', 'SТОP'],
    ['Greek look-alikes', 'STΟΡ'],
    ['invisible characters inside', 'S\u200bT\u2060O\ufeffP'],
    ['mathematical letters', '𝐒𝐓𝐎𝐏'],
    ['combining marks', 'S\u0301T\u0301O\u0301P\u0301'],
    ['with a please', 'Please stop.'],
    ['with thanks', 'stop, thanks'],
    ['polite in Spanish', 'Para, por favor'],
    ['Spanish', 'Baja'],
    ['French', 'ARRÊT'],
    ['German', 'Stopp'],
    ['Russian', 'Стоп'],
    ['Chinese', '停止'],
    ['Japanese', 'ストップ'],
    ['Arabic', 'توقف'],
    ['Hindi', 'रुको'],
  ])('takes a STOP %s', (_, text) => {
    expect(consentWord(text)).toBe('stop');
  });

  it.each(['START', 'start.', 'Alta', 'старт', '开始'])('takes the START %s', (text) => {
    expect(consentWord(text)).toBe('start');
  });

  it.each([
    ['STOP', 'en'],
    ['ЅТОР', 'en'],
    ['Baja, por favor', 'es'],
    ['arret', 'fr'],
    ['Stopp', 'de'],
    ['СТОП', 'ru'],
    ['ストップ', 'ja'],
  ])('knows the language of %s: %s', (text, language) => {
    expect(saidConsent(text)).toEqual({ word: 'stop', language });
    expect(CONSENT_LANGUAGES).toContain(language);
  });

  it.each([
    'please stop the music',
    'the bus stop',
    'stop stop',
    'cancel',
    'stopwatch',
    '',
    '🛑',
    `stop${' '.repeat(70)}and go`,
  ])('leaves talk alone: %s', (text) => {
    expect(consentWord(text)).toBeNull();
  });
});
