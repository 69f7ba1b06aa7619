import { SendAttempts } from './send-attempts.js';

describe('SendAttempts', () => {
  type Step = ['begin' | 'end', string];

  it.each<[string, Step[], string, boolean]>([
    [
      'tried and ended in the document that is there',
      [
        ['begin', 'a'],
        ['end', 'a'],
      ],
      'a',
      true,
    ],
    [
      'tried twice in it',
      [
        ['begin', 'a'],
        ['end', 'a'],
        ['begin', 'a'],
        ['end', 'a'],
      ],
      'a',
      true,
    ],
    ['never tried by us: perhaps by a process before', [], 'a', false],
    ['still under way', [['begin', 'a']], 'a', false],
    [
      'tried in a document that is gone',
      [
        ['begin', 'a'],
        ['end', 'a'],
      ],
      'b',
      false,
    ],
    [
      'tried in one that is gone and in this one',
      [
        ['begin', 'a'],
        ['end', 'a'],
        ['begin', 'b'],
        ['end', 'b'],
      ],
      'b',
      false,
    ],
  ])('%s', (_, steps, document, isProof) => {
    const attempts = new SendAttempts();
    for (const [step, where] of steps) {
      if (step === 'begin') attempts.begin('id', where);
      else attempts.end('id');
    }
    expect(attempts.isProof('id', document)).toBe(isProof);
  });
});
