import { titleFromTopics } from './title-from-topics.js';

describe('titleFromTopics', () => {
  it.each([
    ['the latest topic comes first', ['dogs', 'fishing'], undefined, 'Fishing, dogs'],
    ['three of them at the most', ['a', 'b', 'c', 'd'], undefined, 'D, c, b'],
    ['without topics it is how the person began', [], 'my boat\nis leaking', 'My boat is leaking'],
    ['what cannot be a title is none', [], '...', null],
    ['nothing was said yet', [], undefined, null],
  ])('%s', (_, topics, first, title) => {
    expect(titleFromTopics(topics, first)).toBe(title);
  });
});
