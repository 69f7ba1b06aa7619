import { violationsOf, type Arrival, type PersonLedger } from './violations.js';

const NIGHT = { since: new Date('2026-01-01T00:00:00Z'), from: 21 * 60, until: 9 * 60 };
const CAPS = { minIntervalHours: 2, maxPerDay: 3 };
const NONE = {
  outside_quiet_hours_violations: 0,
  cap_violations: 0,
  sent_after_stop: 0,
  duplicate_sends: 0,
  max_per_contact_per_day: 1,
};

let made = 0;
function arrival(at: string, overrides: Partial<Arrival> = {}): Arrival {
  made++;
  return { id: `m${made}`, engagementId: `e${made}`, at: new Date(at), ...overrides };
}

function person(arrivals: Arrival[], overrides: Partial<PersonLedger> = {}): PersonLedger {
  return { zone: 'Europe/Madrid', arrivals, quiet: [NIGHT], stoppedAt: undefined, ...overrides };
}

describe('what the simulation counts as a violation', () => {
  it.each<[string, PersonLedger, Partial<typeof NONE>]>([
    ['nothing arrived', person([]), { max_per_contact_per_day: 0 }],
    ['a message at noon', person([arrival('2026-02-01T11:00:00Z')]), {}],
    ['a minute before nine', person([arrival('2026-02-01T07:59:59Z')]), { outside_quiet_hours_violations: 1 }],
    ['at nine', person([arrival('2026-02-01T08:00:00Z')]), {}],
    ['at nine, after the clocks went forward', person([arrival('2026-03-29T07:00:00Z')]), {}],
    [
      'at eight, before they would have',
      person([arrival('2026-03-28T07:00:00Z')]),
      { outside_quiet_hours_violations: 1 },
    ],
    ['at nine in the evening', person([arrival('2026-02-01T20:00:00Z')]), { outside_quiet_hours_violations: 1 }],
    [
      'at half past nine, when they had said ten',
      person([arrival('2026-02-03T08:30:00Z')], {
        quiet: [NIGHT, { since: new Date('2026-02-02T00:00:00Z'), from: 21 * 60, until: 600 }],
      }),
      { outside_quiet_hours_violations: 1 },
    ],
    [
      'at half past nine, before they said ten',
      person([arrival('2026-02-01T08:30:00Z')], {
        quiet: [NIGHT, { since: new Date('2026-02-02T00:00:00Z'), from: 21 * 60, until: 600 }],
      }),
      {},
    ],
    [
      'two within two hours',
      person([arrival('2026-02-01T11:00:00Z'), arrival('2026-02-01T12:59:00Z')]),
      { cap_violations: 1, max_per_contact_per_day: 2 },
    ],
    [
      'four within a day',
      person(['09', '11', '13', '15'].map((hour) => arrival(`2026-02-01T${hour}:00:00Z`))),
      // Once as a day's worth of hours, once as a day of the calendar.
      { cap_violations: 2, max_per_contact_per_day: 4 },
    ],
    [
      'four within 24 hours of two days',
      person(['01T13', '01T15', '01T17', '02T09'].map((hour) => arrival(`2026-02-${hour}:00:00Z`))),
      { cap_violations: 1, max_per_contact_per_day: 3 },
    ],
    [
      'after STOP',
      person([arrival('2026-02-01T11:00:00Z')], { stoppedAt: new Date('2026-02-01T10:59:59Z') }),
      { sent_after_stop: 1 },
    ],
    [
      'the same message twice',
      person([arrival('2026-02-01T11:00:00Z', { id: 'x' }), arrival('2026-02-01T15:00:00Z', { id: 'x' })]),
      { duplicate_sends: 1, max_per_contact_per_day: 2 },
    ],
    [
      'two messages for one plan',
      person([
        arrival('2026-02-01T11:00:00Z', { engagementId: 'x' }),
        arrival('2026-02-01T15:00:00Z', { engagementId: 'x' }),
      ]),
      { duplicate_sends: 1, max_per_contact_per_day: 2 },
    ],
  ])('%s', (_, ledger, expected) => {
    expect(violationsOf([ledger, person([])], CAPS)).toEqual({ ...NONE, ...expected });
  });
});
