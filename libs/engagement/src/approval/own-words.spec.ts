import { ownWords } from './own-words.js';

const POLICY = { minMessageLength: 20, maxMessageLength: 100 };

describe('ownWords', () => {
  it.each([
    ['How did the exam go on Friday?'],
    ["It is 5 < 10 o'clock.Right? You are 1st :)"],
    ['x'.repeat(20)],
    ['x'.repeat(100)],
    ['🙂'.repeat(100)],
  ])('takes %s', (text) => {
    expect(ownWords(`  ${text} `, POLICY)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' '.repeat(50)],
    ['too few', 'x'.repeat(19)],
    ['too many', 'x'.repeat(101)],
    ['NUL', `How did the exam go\u0000 on Friday?`],
    ['a lone surrogate', `How did the exam go \ud800 on Friday?`],
    ['a link', 'Have a look at https://example.com/x when you can!'],
    ['a bare link', 'Have you seen pictures.example.com already, then?'],
    ['a number', 'Call me one of these days at +34 600 000 001, okay?'],
    ['a place that nobody fills', 'Hey {name}, how did the exam on Friday go?'],
    ['a place of another kind', 'Hey [name], how did the exam on Friday go?'],
    ['what may do harm', 'you should just kill yourself, honestly'],
  ])('refuses %s', (_, text) => {
    expect(() => ownWords(text, POLICY)).toThrow('These words cannot be sent');
  });
});
