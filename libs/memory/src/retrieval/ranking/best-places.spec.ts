import * as fc from 'fast-check';

import { BestPlaces } from './best-places.js';

describe('BestPlaces', () => {
  it('keeps what sorting everything would put first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), fc.integer({ min: 1, max: 10 }), (scores, limit) => {
        const best = new BestPlaces(limit);
        scores.forEach((score, place) => {
          if (score > best.least) best.add(place, score);
        });
        const sorted = scores
          .map((score, place) => ({ score, place }))
          .sort((one, other) => other.score - one.score || one.place - other.place)
          .slice(0, limit);
        expect([...best.places.slice(0, best.count)]).toEqual(sorted.map(({ place }) => place));
        expect([...best.scores.slice(0, best.count)]).toEqual(sorted.map(({ score }) => score));
      }),
    );
  });

  it('takes everything above 0 until it is full', () => {
    const best = new BestPlaces(2);
    expect(best.least).toBe(0);
    best.add(5, 0.1);
    expect(best.least).toBe(0);
    best.add(6, 0.2);
    expect(best.least).toBe(0.1);
  });
});
