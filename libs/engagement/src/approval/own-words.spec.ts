import { ownWords } from './own-words.js';

const POLICY = { minMessageLength: 20, maxMessageLength: 100 };

describe('ownWords', () => {
  it.each([['How did the exam go on Friday?'], ['x'.repeat(20)], ['x'.repeat(100)], ['🙂'.repeat(100)]])(
    'takes %s',
    (text) => {
      expect(ownWords(`  ${text} `, POLICY)).toBe(text);
    },
  );

  it.each([
    ['nothing', ''],
    ['blanks', ' '.repeat(50)],
    ['too few', 'x'.repeat(19)],
    ['too many', 'x'.repeat(101)],
    ['NUL', `How did the exam go\u0000 on Friday?`],
    ['a lone surrogate', `How did the exam go \ud800 on Friday?`],
    ['what may do harm', 'you should just kill yourself, honestly'],
  ])('refuses %s', (_, text) => {
    expect(() => ownWords(text, POLICY)).toThrow('These words cannot be sent');
  });
});
