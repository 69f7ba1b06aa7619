import { DateOrderEvidence, type DateOrder } from './date-order.js';

type WrittenDate = readonly [number, number, number];

describe('DateOrderEvidence', () => {
  it.each<[string, WrittenDate[], boolean, DateOrder]>([
    [
      'a first number above 12 is a day',
      [
        [1, 2, 24],
        [13, 2, 24],
      ],
      true,
      'dmy',
    ],
    [
      'a second number above 12 is a day',
      [
        [1, 2, 24],
        [2, 13, 24],
      ],
      false,
      'mdy',
    ],
    ['a first number above 31 is a year', [[2024, 3, 4]], true, 'ymd'],
    [
      'one typing error decides nothing',
      [
        [13, 2, 24],
        [14, 2, 24],
        [2, 14, 24],
      ],
      true,
      'dmy',
    ],
    [
      'days that run backwards are months',
      [
        [1, 12, 24],
        [2, 1, 24],
        [2, 2, 24],
      ],
      false,
      'mdy',
    ],
    [
      'months that run backwards are days',
      [
        [12, 1, 24],
        [1, 2, 24],
        [2, 2, 24],
      ],
      true,
      'dmy',
    ],
    [
      'time must not run backwards, whatever changes more often',
      [
        [1, 5, 24],
        [2, 3, 24],
        [3, 1, 24],
      ],
      false,
      'mdy',
    ],
    [
      'a new year is no step backwards',
      [
        [12, 12, 23],
        [1, 1, 24],
      ],
      false,
      'dmy',
    ],
    [
      'the number that changes more often is the day',
      [
        [1, 2, 24],
        [1, 3, 24],
        [1, 9, 24],
      ],
      false,
      'mdy',
    ],
    ['no evidence: days first', [[3, 4, 24]], false, 'dmy'],
    ['no evidence, capital AM and PM: months first', [[3, 4, 24]], true, 'mdy'],
  ])('%s', (_, dates, usLike, order) => {
    const evidence = new DateOrderEvidence();
    for (const date of dates) evidence.add(date);
    expect(evidence.decide(usLike)).toBe(order);
  });

  // prettier-ignore
  const cases: [string, WrittenDate[], boolean][] = [
    ['a number above 12', [[1, 2, 24], [13, 2, 24]], false],
    ['a year first', [[2024, 3, 4]], false],
    ['days that are months, too', [[3, 3, 24], [4, 4, 24]], false],
    ['nothing above 12', [[3, 4, 24], [4, 4, 24]], true],
    ['as much for the one as for the other', [[13, 2, 24], [2, 13, 24]], true],
  ];

  it.each(cases)('knows whether it guesses: %s', (_, dates, open) => {
    const evidence = new DateOrderEvidence();
    for (const date of dates) evidence.add(date);
    expect(evidence.open).toBe(open);
  });
});
