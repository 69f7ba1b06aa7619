import { categoryByRules } from './category-by-rules.js';
import { sentimentByRules } from './sentiment-by-rules.js';
import { tagsByRules } from './tags-by-rules.js';

describe('sentiment by rules', () => {
  it.each([
    ['a word', 'excellent', 'excelente', 'positive'],
    ['a word turned by a negation', 'the food was not good', 'la comida no estaba buena', 'negative'],
    ['a negation of something bad', 'not bad at all', 'no está nada mal', 'positive'],
    ['a set phrase', 'no problem', 'sin problema', 'positive'],
    ['two moods', 'great food but terrible service', 'comida genial pero servicio horrible', 'mixed'],
    ['what is asked about is not said', 'Is the food good?', '¿Está buena la comida?', 'neutral'],
    ['a thank-you alone', 'thank you', 'gracias', 'positive'],
    [
      'a polite thank-you',
      'I would like a table for two at nine, thanks',
      'quería una mesa para dos a las nueve, gracias',
      'neutral',
    ],
    ['capitals and accents', 'TERRIBLE', 'PÉSIMO', 'negative'],
    ['nothing felt', 'see the attached file', 'te mando el archivo', 'neutral'],
  ])('%s', (_, english, spanish, expected) => {
    expect([sentimentByRules(english).value, sentimentByRules(spanish).value]).toEqual([expected, expected]);
  });

  it.each([
    ['😍', 'positive'],
    ['😡', 'negative'],
    ['👍🏽', 'positive'],
    ['❤️', 'positive'],
    ['🤔', 'neutral'],
  ])('%s', (emoji, expected) => {
    expect(sentimentByRules(emoji).value).toBe(expected);
  });
});

describe('category by rules', () => {
  it.each([
    ['appointment', 'Can I book an appointment on Monday at 10?', '¿Me das cita el lunes a las 10?'],
    ['inquiry', 'How much is the large one?', '¿Cuánto cuesta la grande?'],
    ['complaint', 'My order arrived broken', 'Mi pedido ha llegado roto'],
    ['feedback', 'Great service, I recommend it', 'Gran servicio, lo recomiendo'],
    ['general', 'ok', 'vale'],
  ])('%s', (expected, english, spanish) => {
    expect([categoryByRules(english).value, categoryByRules(spanish).value]).toEqual([expected, expected]);
  });
});

describe('tags by rules', () => {
  it.each([
    ['urgent', 'I need it asap', 'lo necesito cuanto antes'],
    ['price_inquiry', 'how much is it', 'qué precio tiene'],
    ['payment', 'I paid the invoice', 'he pagado la factura'],
    ['cancellation', 'I want to cancel', 'quiero cancelar'],
    ['apology', 'sorry', 'lo siento'],
  ])('%s', (tag, english, spanish) => {
    expect([tagsByRules(english, [tag]), tagsByRules(spanish, [tag])].map((tags) => tags[0]?.value)).toEqual([
      tag,
      tag,
    ]);
  });

  it('finds a tag of the operator by its own words, and none outside the vocabulary', () => {
    expect(tagsByRules('About the school trip: sorry', ['school_trip', 'vip'])).toEqual([
      { value: 'school_trip', confidence: expect.any(Number) },
    ]);
    expect(tagsByRules('urgent', ['constructor', 'a.b'])).toEqual([]);
  });
});

it.each([
  ['nothing', ''],
  ['65,536 letters', 'a'.repeat(65_536)],
  ['65,536 question marks', '?'.repeat(65_536)],
  ['many words that matter', 'not good but bad? '.repeat(4_000)],
  ['lone surrogates and floods', `\ud800${'\u0301'.repeat(10_000)} hola`],
  ['another script', '你好，我想预约'],
  ['family and flags', '👩‍👩‍👧🇪🇸🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
])('bears %s', (_, text) => {
  for (const { confidence } of [
    sentimentByRules(text),
    categoryByRules(text),
    ...tagsByRules(text, ['urgent', 'question']),
  ]) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});
