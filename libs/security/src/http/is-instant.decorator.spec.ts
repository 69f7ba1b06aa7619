import { validateSync } from 'class-validator';

import { IsInstant } from './is-instant.decorator.js';

class Appointment {
  @IsInstant()
  at: unknown;
}

function takes(at: unknown): boolean {
  return validateSync(Object.assign(new Appointment(), { at })).length === 0;
}

describe('IsInstant', () => {
  it.each(['2026-01-05T12:00:00Z', '2026-01-05T12:00Z', '2024-02-29T23:59:59.999+05:30', '9999-12-31T23:59:59-12:00'])(
    'takes %s',
    (at) => {
      expect(takes(at)).toBe(true);
    },
  );

  it.each([
    ...[null, 12, '', 'tomorrow', '2026-01-05', '2026-01-05T12:00:00', '2026-01-05 12:00:00Z', '02:30'],
    ...['2026-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-32T00:00:00Z'],
    ...['2026-W01-1T00:00:00Z', '2026-001T00:00:00Z', '2026-01-05T25:00:00Z', '2026-01-05T12:00:00+99:99'],
    ...['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '10000-01-01T00:00:00Z', '2026-01-05T12:00:00Z\n'],
  ])('refuses %j', (at) => {
    expect(takes(at)).toBe(false);
  });

  it('says what it takes', () => {
    const [error] = validateSync(Object.assign(new Appointment(), { at: 'x' }));
    expect(error?.constraints).toEqual({
      isInstant: 'at must be a time with a zone, such as 2026-01-05T12:00:00Z',
    });
  });
});
