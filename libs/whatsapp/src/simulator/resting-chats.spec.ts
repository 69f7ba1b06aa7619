import { RestingChats } from './resting-chats.js';

describe('RestingChats', () => {
  it('rests twice as long each time, at most 10 s, until a success', () => {
    const resting = new RestingChats();
    const rests = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => {
      resting.refuse('a', 0);
      return resting.untilNext(0, 60_000);
    });
    expect(rests).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
    expect(resting.at(9_999)).toEqual(['a']);
    expect(resting.at(10_000)).toEqual([]);
    resting.succeed('a');
    resting.refuse('a', 0);
    expect(resting.untilNext(0, 60_000)).toBe(100);
  });
});
