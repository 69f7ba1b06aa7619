import { analyticsRange } from './analytics-range.js';

const NOW = new Date('2026-03-29T12:00:00Z');
const refused = expect.objectContaining({ code: 'conversation.bad-range' }) as Error;

describe('analyticsRange', () => {
  it('is thirty days until today, unless it is said', () => {
    expect(analyticsRange({}, 'UTC', NOW)).toEqual({
      from: new Date('2026-02-28T00:00:00Z'),
      until: new Date('2026-03-30T00:00:00Z'),
      firstDay: '2026-02-28',
      lastDay: '2026-03-29',
      zone: 'UTC',
    });
  });

  it('takes days as the zone has them, the short one of the clock change included', () => {
    const { from, until } = analyticsRange({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Madrid', NOW);
    expect([from, until]).toEqual([new Date('2026-03-28T23:00:00Z'), new Date('2026-03-29T22:00:00Z')]);
  });

  it('takes 366 days', () => {
    expect(analyticsRange({ from: '2024-01-01', to: '2024-12-31' }, 'UTC', NOW).lastDay).toBe('2024-12-31');
  });

  it.each([
    ['from after to', { from: '2026-02-02', to: '2026-02-01' }],
    ['no day of the calendar', { from: '2026-02-30' }],
    ['no day at all', { to: 'yesterday' }],
    ['367 days', { from: '2024-01-01', to: '2025-01-01' }],
    ['before anybody wrote', { from: '1999-12-31', to: '2000-01-02' }],
    ['years ahead', { from: '9999-12-30', to: '9999-12-31' }],
  ])('refuses %s', (_, days) => {
    expect(() => analyticsRange(days, 'UTC', NOW)).toThrow(refused);
  });
});
