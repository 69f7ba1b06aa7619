import { callsFor, mayCall, type BudgetLimits, type Spent } from './may-call.js';

const NO_LIMITS: BudgetLimits = { dayUsd: 0, contactUsd: 0 };
const NOTHING: Spent = { dayUsd: 0, contactUsd: 0 };

describe('mayCall', () => {
  it.each<[string, Partial<Spent>, Partial<BudgetLimits>, 'chat' | 'summary', ReturnType<typeof mayCall>]>([
    ['no limits, however much was spent', { dayUsd: 1e6, contactUsd: 1e6 }, {}, 'chat', 'yes'],
    ['something left of the day', { dayUsd: 9.99 }, { dayUsd: 10 }, 'chat', 'yes'],
    ['nothing left of the day', { dayUsd: 10 }, { dayUsd: 10 }, 'chat', 'day'],
    ['a task below its share', { dayUsd: 7.99 }, { dayUsd: 10 }, 'summary', 'yes'],
    ['a task at its share', { dayUsd: 8 }, { dayUsd: 10 }, 'summary', 'day'],
    ['a task at its share, summed up of fractions', { dayUsd: 0.01 * 8 }, { dayUsd: 0.1 }, 'summary', 'day'],
    ['a person where tasks stop', { dayUsd: 8 }, { dayUsd: 10 }, 'chat', 'yes'],
    ['a contact who has had enough', { contactUsd: 1 }, { contactUsd: 1 }, 'chat', 'contact'],
    ['a task for a contact near the limit', { contactUsd: 0.8 }, { contactUsd: 1 }, 'summary', 'contact'],
    ['both: the larger one is named', { dayUsd: 10, contactUsd: 1 }, { dayUsd: 10, contactUsd: 1 }, 'chat', 'day'],
  ])('%s', (_, spent, limits, purpose, verdict) => {
    expect(mayCall({ ...NOTHING, ...spent }, { ...NO_LIMITS, ...limits }, purpose)).toBe(verdict);
  });

  it.each([
    ['chat', 500, 500],
    ['summary', 500, 400],
    ['extraction', 3, 2],
    ['tagging', 1, 0],
    ['chat', 1, 1],
  ] as const)('gives %s of %d calls %d', (purpose, daily, calls) => {
    expect(callsFor(purpose, daily)).toBe(calls);
  });
});
