import { outcomeOf } from './outcome-of.js';

const sentAt = new Date('2026-05-06T12:00:00Z');
const after = (hours: number): Date => new Date(sentAt.getTime() + hours * 3_600_000);
const said = (hours: number, chatId = 'chat'): { at: Date; chatId: string } => ({ at: after(hours), chatId });

describe('outcomeOf', () => {
  it.each([
    ['nothing yet', [], null, 23, null],
    ['an answer', [said(1)], null, 2, 'answered'],
    ['an answer a minute before the end', [said(23 + 59 / 60)], null, 30, 'answered'],
    ['an answer a minute after the end', [said(24 + 1 / 60)], null, 30, 'ignored'],
    ['a word from before', [said(-1)], null, 1, null],
    ['a word in another chat', [said(1, 'other')], null, 30, 'ignored'],
    ['STOP', [said(1)], after(1), 2, 'opted_out'],
    ['STOP the day after', [], after(25), 26, 'ignored'],
    ['a STOP from before', [said(1)], after(-5), 2, 'answered'],
    ['a day without a word', [], null, 24.1, 'ignored'],
  ] as const)('%s', (_, heard, optedOutAt, hours, expected) => {
    expect(outcomeOf({ sentAt, chatId: 'chat' }, heard, optedOutAt, after(hours))).toBe(expected);
  });
});
