import { containsWords } from './contains-words.js';

describe('containsWords', () => {
  it.each([
    ['I want a REFUND now', 'refund'],
    ['¿Me hacéis una devolución?', 'DEVOLUCION'],
    ['devolucion', 'devolución'],
    ['I want my money,\n back!', 'Money back'],
    ['Straße', 'STRASSE'],
    ['don’t call me', "don't call"],
    ['Хочу ВОЗВРАТ', 'возврат'],
    ['أريد اِسْتِرْداد', 'استرداد'],
    ['我要退款吗', '退款'],
    ['返金してください', '返金'],
    ['ok 👍🏽', '👍'],
    ['call 600 000 001', '600000001'],
    ['ｒｅｆｕｎｄ', 'refund'],
    ['re\u200bfund', 'refund'],
  ])('%j holds %j', (text, phrase) => expect(containsWords(text, phrase)).toBe(true));

  it.each([
    ['refunded', 'refund'],
    ['money comes back', 'money back'],
    ['back money', 'money back'],
    ['', 'refund'],
    ['refund', ''],
    ['refund', '   '],
    ['!!', '👍'],
  ])('%j does not hold %j', (text, phrase) => expect(containsWords(text, phrase)).toBe(false));
});
