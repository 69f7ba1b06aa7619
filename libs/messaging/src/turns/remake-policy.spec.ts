import { isSuperseded, MOST_REMAKES, REMAKE_WITHIN_MS, type AnswerMoment } from './remake-policy.js';

const asked: AnswerMoment = {
  ...{ chatKind: 'direct', waits: false, revision: 0, madeFor: 0, ageMs: 1_000, urgent: false },
};

describe('an answer', () => {
  it.each<[string, Partial<AnswerMoment>, boolean]>([
    ['nothing new', {}, false],
    ['its person writes on', { waits: true }, true],
    ['what they wrote has joined', { revision: 1 }, true],
    ['it knows what has joined', { revision: 1, madeFor: 1 }, false],
    ['others talk on in a group', { chatKind: 'group', waits: true }, false],
    ['help is not kept waiting', { waits: true, urgent: true }, false],
    ['help, too, knows its own turn', { revision: 1, urgent: true }, true],
    ['it was made anew often enough', { waits: true, revision: MOST_REMAKES, madeFor: MOST_REMAKES }, false],
    ['whoever waited for long', { waits: true, ageMs: REMAKE_WITHIN_MS }, false],
    ['what has joined is answered however long it took', { revision: 1, ageMs: REMAKE_WITHIN_MS }, true],
  ])('is out of date or not: %s', (_, moment, superseded) => {
    expect(isSuperseded({ ...asked, ...moment })).toBe(superseded);
  });
});
