import { DateTime, IANAZone } from 'luxon';

import { nextSlot, slotsBetween } from './slots.js';

const FIRST = new Date('2024-01-01T00:00:00Z');
const LAST = new Date('2031-01-01T00:00:00Z');
const MOST = 1_000_000;
const ZONES = [
  'Europe/Madrid',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Gaza',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Atlantic/Azores',
  'America/Scoresbysund',
  'Asia/Almaty',
  'Antarctica/Troll',
  'UTC',
];

const TIMES = [
  [0, 0],
  [0, 30],
  [1, 30],
  [2, 15],
  [3, 0],
  [11, 0],
] as const;
const DAY_MS = 24 * 3_600_000;

/** The instants at which the clocks of the zone change, found by looking at each day. */
function changesOf(zone: string): DateTime[] {
  const iana = IANAZone.create(zone);
  const changes: DateTime[] = [];
  for (let at = FIRST.getTime(); at < LAST.getTime(); at += DAY_MS) {
    if (iana.offset(at) === iana.offset(at + DAY_MS)) continue;
    let [before, after] = [at, at + DAY_MS];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (iana.offset(middle) === iana.offset(at)) before = middle;
      else after = middle;
    }
    changes.push(DateTime.fromMillis(after, { zone }));
  }
  return changes;
}

describe('daily schedules through every clock change of 2024-2030', () => {
  it.each(ZONES)('%s: each local day exactly once, at its time or right after the gap', (zone) => {
    const changes = changesOf(zone);
    for (const [hour, minute] of TIMES) {
      const rhythm = { cron: `${minute} ${hour} * * *`, zone };
      for (const change of changes) {
        const [start, end] = [-2, 2].map((days) => change.plus({ days }).set({ hour: 12 }).toJSDate());
        const slots = slotsBetween(rhythm, start!, end!, MOST).map((slot) => DateTime.fromJSDate(slot, { zone }));
        const days = [-1, 0, 1, 2].map((day) => change.plus({ days: day }).toISODate());
        expect(slots.map((slot) => slot.toISODate())).toEqual(days);
        const elsewhere = slots.filter((slot) => slot.hour !== hour || slot.minute !== minute);
        expect(elsewhere.every((slot) => slot.toMillis() === change.toMillis())).toBe(true);
      }
    }
  });
});

describe('slots', () => {
  it.each([
    [
      'a skipped time comes right after the gap',
      '30 2 * * *',
      'Europe/Madrid',
      '2026-03-29T00:00Z',
      '2026-03-29T01:00Z',
    ],
    ['a repeated time comes the first time', '30 2 * * *', 'Europe/Madrid', '2026-10-24T12:00Z', '2026-10-25T00:30Z'],
    ['and not the second time', '30 2 * * *', 'Europe/Madrid', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['midnight that does not exist', '0 0 * * *', 'America/Santiago', '2026-09-05T12:00Z', '2026-09-06T04:00Z'],
    ['half an hour of change', '15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T12:00Z', '2026-10-03T15:30Z'],
    ['Sundays at four', '0 4 * * 0', 'Asia/Kolkata', '2026-01-05T00:00Z', '2026-01-10T22:30Z'],
    ['29 February', '0 0 29 2 *', 'UTC', '2025-01-01T00:00Z', '2028-02-29T00:00Z'],
    ['seconds', '*/20 * * * * *', 'UTC', '2026-01-01T00:00:20Z', '2026-01-01T00:00:40Z'],
  ])('%s', (_, cron, zone, after, expected) => {
    expect(nextSlot({ cron, zone }, new Date(after))).toEqual(new Date(expected));
  });

  it('gives the times in one gap one slot', () => {
    const night = [new Date('2026-03-29T00:45Z'), new Date('2026-03-29T01:30Z')] as const;
    const slots = slotsBetween({ cron: '*/15 * * * *', zone: 'Europe/Madrid' }, ...night, MOST);
    expect(slots.map((slot) => slot.toISOString().slice(11, 16))).toEqual(['01:00', '01:15', '01:30']);
  });

  it('counts a steady rhythm from 1970', () => {
    const every = { everyMs: 1_800_000 };
    expect(nextSlot(every, new Date('2026-01-01T10:10:00Z'))).toEqual(new Date('2026-01-01T10:30:00Z'));
    expect(nextSlot(every, new Date('2026-01-01T10:30:00Z'))).toEqual(new Date('2026-01-01T11:00:00Z'));
    const night = slotsBetween(every, new Date('2026-03-29T00:00Z'), new Date('2026-03-29T02:00Z'), MOST);
    expect(night).toHaveLength(4);
  });

  it('goes through slotsBetween and nextSlot in the same steps', () => {
    for (const zone of ['Europe/Madrid', 'America/Havana', 'Australia/Lord_Howe']) {
      const rhythm = { cron: '*/20 0-3 * 3,4,10,11 *', zone };
      const slots = slotsBetween(rhythm, new Date('2026-03-01T00:00Z'), new Date('2026-04-10T00:00Z'), MOST);
      let at = new Date('2026-03-01T00:00Z');
      for (const slot of slots) {
        at = nextSlot(rhythm, at);
        expect(at).toEqual(slot);
      }
      expect(slots.length).toBeGreaterThan(400);
    }
  });

  it('keeps the latest of too many', () => {
    const slots = slotsBetween({ everyMs: 1_000 }, FIRST, LAST, 3);
    expect(slots.map((slot) => LAST.getTime() - slot.getTime())).toEqual([2_000, 1_000, 0]);
  });
});
