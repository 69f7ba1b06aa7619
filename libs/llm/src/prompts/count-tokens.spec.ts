import * as fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';

import { countTokens, tokenWeight, weightByRuns } from './count-tokens.js';

const CHAT = `Hey! How was your weekend? We went hiking near the lake with Tom's parents and got completely soaked lol
I've been thinking about what you said, and I guess I'll apply for that course after all. The deadline is next Friday...
Omg that's amazing, congratulations!! When do you start? My sister did something similar in 2023 and she absolutely loved it.`;

describe('countTokens', () => {
  it.each([
    ['nothing', '', 0],
    ['a word', 'ok', 1],
    ['words', 'one two three', 3],
    ['a long word', 'internationalisation', 4],
    ['a run of spaces', ' '.repeat(1_000), 11],
    ['a run of one sign', '!'.repeat(1_000), 101],
  ])('counts %s', (_, text, tokens) => {
    expect(countTokens(text)).toBe(tokens);
  });

  it('counts plain ASCII as it counts any text', () => {
    const sign = fc.constantFrom(...`aB '09 .,!!\t\n-~\u0001\u007f`);
    const text = fc.string({ unit: fc.oneof(sign, fc.constantFrom('é', '’', '你')), maxLength: 40 });
    fc.assert(
      fc.property(text, (any) => {
        expect(tokenWeight(any)).toBe(weightByRuns(any));
      }),
    );
  });

  it.each<[string, number, number, string]>([
    ['English', 0.9, 1.3, CHAT],
    [
      'Spanish',
      0.9,
      1.3,
      '¡Hola! ¿Cómo estás? Ayer fui al médico porque me dolía mucho la cabeza y me recetó unas pastillas. Mi hermana se casa en septiembre en Valencia, así que tendré que comprarme un vestido nuevo. ¿Qué planes tienes para el fin de semana?',
    ],
    [
      'German',
      0.9,
      1.3,
      'Gestern habe ich endlich die Versicherungsbescheinigung bekommen, nachdem ich dreimal beim Kundendienst angerufen hatte. Am Donnerstagnachmittag fliege ich mit meiner Schwester nach Österreich.',
    ],
    [
      'French',
      0.9,
      1.3,
      "Je t'écris parce que j'ai oublié mon parapluie chez toi hier soir. Est-ce que tu pourrais l'apporter au bureau lundi ? Sinon je passerai le chercher après le déjeuner.",
    ],
    [
      'Russian',
      0.9,
      1.5,
      'Привет! Я вчера был у врача, он сказал, что всё хорошо. На выходных мы поедем к бабушке в деревню, будем собирать яблоки и варить варенье.',
    ],
    [
      'Arabic',
      0.9,
      1.5,
      'مرحبا كيف حالك؟ ذهبت أمس إلى الطبيب لأن رأسي كان يؤلمني كثيرا. أختي ستتزوج في سبتمبر وسوف أشتري فستانا جديدا.',
    ],
    ['Chinese', 1, 2, '你好！昨天我去看了医生，因为我头很疼。我妹妹九月份要结婚，所以我得买一条新裙子。'],
    [
      'Japanese',
      1,
      2,
      '昨日、頭がとても痛かったので病院に行きました。妹が九月に結婚するので、新しいドレスを買います。',
    ],
    ['emoji', 0.9, 1.6, '😂😂😂 👩‍👩‍👧 ❤️🔥 🎉 so happy 🥳🥳 👍🏽'],
    ['figures', 0.9, 1.3, 'The flight IB3170 leaves at 14:35 on 2026-01-31 and costs 1,249.99 EUR.'],
  ])('is near what a real tokenizer counts: %s', (_, low, high, text) => {
    const ratio = countTokens(text) / encode(text).length;
    expect(ratio).toBeGreaterThanOrEqual(low);
    expect(ratio).toBeLessThanOrEqual(high);
  });
});
