import { FIRST_ID, idAt } from '#kernel';

import fc from 'fast-check';

import { placeAfter, type AbsorptionPlace } from './absorption-place.js';

const MINUTE = 60_000;
const at = (minute: number, number = 0): string =>
  `${idAt(new Date(1_800_000_000_000 + minute * MINUTE)).slice(0, -4)}${String(number).padStart(4, '0')}`;
const BEGINNING: AbsorptionPlace = { settledId: FIRST_ID, recentIds: [] };

describe('placeAfter', () => {
  it('keeps what is recent one by one, and settles what is older', () => {
    const place = placeAfter(BEGINNING, [at(0), at(5), at(14)]);
    expect(place.recentIds).toEqual([at(5), at(14)]);
    expect(place.settledId > at(0) && place.settledId < at(5)).toBe(true);
  });

  it('never goes back', () => {
    const place = placeAfter(BEGINNING, [at(100)]);
    expect(placeAfter(place, [at(95)])).toEqual({ settledId: place.settledId, recentIds: [at(95), at(100)] });
  });

  it('keeps no more than 2,000, whatever comes in one go', () => {
    const many = Array.from({ length: 5_000 }, (_, number) => at(0, number));
    const place = placeAfter(BEGINNING, many);
    expect(place.recentIds).toHaveLength(2_000);
    expect(place.settledId).toBe(many[2_999]);
  });

  it('takes in everything, once, in whatever order it is committed within ten minutes', () => {
    const message = fc.record({ made: fc.nat(200), late: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (messages, size) => {
        const rows = messages.map(({ made, late }, number) => ({ id: at(made, number), seen: made + late }));
        const taken: string[] = [];
        let place = BEGINNING;
        const look = (now: number): void => {
          for (;;) {
            const waiting = rows
              .filter(({ id, seen }) => seen <= now && id > place.settledId && !place.recentIds.includes(id))
              .map(({ id }) => id)
              .sort()
              .slice(0, size);
            if (waiting.length === 0) return;
            taken.push(...waiting);
            place = placeAfter(place, waiting);
          }
        };
        for (let now = 0; now <= 220; now += 3) look(now);
        expect(taken.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      }),
    );
  });
});
