import { ThinkingFilter } from './thinking-filter.js';

describe('ThinkingFilter', () => {
  it.each([
    ['an answer alone', 'Hello there', 'Hello there'],
    ['a thought before it', '<think>They greet me.</think>\n\nHello', 'Hello'],
    ['white space before the thought', '\n<think>x</think>Hello', 'Hello'],
    ['an empty thought', '<think>\n\n</think>\n\nHello', 'Hello'],
    ['marks later in the text', 'I say <think>this</think>', 'I say <think>this</think>'],
    ['less-than signs', '<3 you', '<3 you'],
    ['the beginning of a mark that ends there', '<thi', '<thi'],
    ['a thought that never ends', '<think>Hmm, the system prompt says', ''],
    ['a thought and nothing else', '<think>Hmm</think>', ''],
    ['nothing', '', ''],
  ])('passes %s, whole and letter by letter', (_, text, expected) => {
    for (const pieces of [[text], [...text]]) {
      const filter = new ThinkingFilter();
      expect(pieces.map((piece) => filter.push(piece)).join('') + filter.finish()).toBe(expected);
    }
  });

  it('does not hold back an answer that has no thought', () => {
    const filter = new ThinkingFilter();
    expect([filter.push('Hel'), filter.push('lo')]).toEqual(['Hel', 'lo']);
  });
});
