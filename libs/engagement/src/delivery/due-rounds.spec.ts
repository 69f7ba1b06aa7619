import { dueRounds } from './due-rounds.js';

const plan = (name: string) => ({ id: name, contactId: name[0] ?? '' });

describe('dueRounds', () => {
  it.each([
    ['nothing', [], []],
    ['one round', ['a1', 'b1'], [['a1', 'b1']]],
    ['no more than fit', ['a1', 'b1', 'c1', 'd1'], [['a1', 'b1', 'c1'], ['d1']]],
    ['a person once a round, in the order of their plans', ['a1', 'a2', 'b1', 'a3'], [['a1', 'b1'], ['a2'], ['a3']]],
    [
      'a full round is passed over',
      ['a1', 'b1', 'c1', 'd1', 'a2'],
      [
        ['a1', 'b1', 'c1'],
        ['d1', 'a2'],
      ],
    ],
  ])('%s', (_, due, rounds) => {
    expect(dueRounds(due.map(plan), 3)).toEqual(rounds);
  });
});
