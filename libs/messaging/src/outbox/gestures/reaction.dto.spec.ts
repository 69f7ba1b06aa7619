import { validateSync } from 'class-validator';

import { ReactionDto } from './reaction.dto.js';

const isTaken = (emoji: unknown): boolean => validateSync(Object.assign(new ReactionDto(), { emoji })).length === 0;

describe('ReactionDto', () => {
  it.each(['👍', '👍🏽', '❤️', '🇪🇸', '1️⃣', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', ''])('takes %s', (emoji) => {
    expect(isTaken(emoji)).toBe(true);
  });

  it.each([['a'], ['1'], ['👍 '], ['👍\u0000'], ['<b>'], ['👍👍'], [null], [1], [undefined]])('refuses %s', (emoji) => {
    expect(isTaken(emoji)).toBe(false);
  });
});
