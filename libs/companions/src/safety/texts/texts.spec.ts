import { textLanguage } from '#kernel';

import { DANGERS } from '../classify/danger-rules.js';
import { SAFETY_LANGUAGES } from '../classify/danger-signals.js';
import { BOT_LANGUAGES, botQuestionLanguage, isBotQuestion, plainBotAnswer } from './bot-question.js';
import { careAnswer, emergencyNumber } from './care-answer.js';
import { countryOfPhone } from './country-of-phone.js';
import { declineText } from './decline-texts.js';
import { HELP_LINE_COUNTRIES, helpLinesOf } from './help-lines.js';

describe('help lines', () => {
  it.each(HELP_LINE_COUNTRIES)('%s has an emergency number, and each line its source and date', (country) => {
    const lines = helpLinesOf(country);
    expect(lines.filter(({ use }) => use === 'emergency')).toHaveLength(1);
    for (const { number, source, asOf } of lines) {
      expect(number).toMatch(/^[*\d][\d\s-]*$/);
      expect(source).toMatch(/\.[a-z]{2,}/);
      expect(asOf).toMatch(/^\d{4}-\d\d$/);
    }
  });

  it('are none for a country that we do not know', () => {
    for (const country of ['XX', '', 'constructor', '__proto__']) expect(helpLinesOf(country)).toEqual([]);
  });
});

describe('care', () => {
  const CARED_FOR = DANGERS.filter((danger) => danger !== 'threat');
  it.each(SAFETY_LANGUAGES.flatMap((language) => CARED_FOR.map((signal) => [language, signal] as const)))(
    'in %s for %s is short, and says whom to call',
    (language, signal) => {
      for (const country of [null, 'ES', 'SE', 'XX']) {
        const said = careAnswer({ language, country, signal });
        expect(said.length).toBeLessThan(900);
        expect(said).toContain(emergencyNumber(language, country));
      }
    },
  );
});

describe('somebody who took pills', () => {
  it('is told to call for help first, and then whom else they can talk to', () => {
    const said = careAnswer({ language: 'en', country: 'US', signal: 'self-harm', urgent: true, rescue: 'medical' });
    expect(said.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^This sounds like an emergency/),
      'In immediate danger: 911',
    ]);
    expect(said).toContain('988');
  });
});

describe('the country of a phone', () => {
  it.each([
    ['+34600000001', 'ES'],
    ['34600000001@c.us', 'ES'],
    ['0034600000001', 'ES'],
    ['+351912345678', 'PT'],
    ['+12125550100', 'US'],
    ['+14165550100', 'CA'],
    ['+18765550100', null],
    ['+9771234567', null],
    ['34600000001@lid', null],
    ['12', null],
    ['', null],
    [undefined, null],
  ])('%s: %s', (phone, country) => {
    expect(countryOfPhone(phone)).toBe(country);
  });
});

describe('whether a machine writes here', () => {
  it.each([
    ['en', 'are you a bot?'],
    ['en', 'wait am i talking to a real person'],
    ['es', '¿Eres un bot?'],
    ['es', 'estoy hablando con una persona real?'],
    ['pt', 'você é um robô?'],
    ['fr', 'Es-tu un robot ?'],
    ['de', 'Bist du ein Mensch?'],
    ['it', 'sei un robot?'],
    ['nl', 'ben je een robot?'],
    ['pl', 'czy jesteś robotem?'],
    ['ru', 'ты бот?'],
    ['zh', '你是机器人吗'],
    ['ja', 'あなたはAIですか？'],
    ['ar', 'هل أنت روبوت؟'],
    ['hi', 'क्या आप रोबोट हैं?'],
  ])('is asked in %s: %s', (language, text) => {
    expect(botQuestionLanguage(text)).toBe(language);
  });

  it.each([
    'my robot vacuum is broken',
    'the bot trades for me',
    'you are real fun',
    'soy una persona',
    'are you home?',
  ])('is not asked: %s', (text) => {
    expect(isBotQuestion(text)).toBe(false);
  });

  it.each(BOT_LANGUAGES)('is answered in %s, by name', (language) => {
    expect(plainBotAnswer(language, 'Alma')).toContain('Alma');
    if (language !== 'en') expect(plainBotAnswer(language, 'Alma')).not.toBe(plainBotAnswer('en', 'Alma'));
  });
});

it.each(SAFETY_LANGUAGES)('there are several ways to decline in %s, and one for each message', (language) => {
  const said = Array.from({ length: 50 }, (_, index) => declineText(language, `message-${index}`));
  expect(new Set(said).size).toBeGreaterThanOrEqual(3);
  expect(said).toEqual(Array.from({ length: 50 }, (_, index) => declineText(language, `message-${index}`)));
});

it.each([
  ['what do you want from me', 'en'],
  ['no sé qué hacer con mi vida', 'es'],
  ['ich weiß nicht, was ich machen soll', 'de'],
  ['je ne sais pas quoi faire', 'fr'],
  ['eu não sei o que fazer', 'pt'],
  ['non so che cosa fare', 'it'],
  ['12345', 'de'],
] as const)('%s is written in %s', (text, language) => {
  expect(textLanguage(text, 'de')).toBe(language);
});
