import { drawsOf } from './draws.js';

describe('drawsOf', () => {
  it('gives the same for the same, and spreads the numbers evenly, neighbours and times alike', () => {
    const start = Date.UTC(2026, 4, 6);
    for (const step of [1, 15 * 60_000]) {
      const tenths = new Array<number>(10).fill(0);
      for (let person = 0; person < 100; person += 1) {
        const [draw, again] = [drawsOf(`contact-${person}`), drawsOf(`contact-${person}`)];
        for (let slot = 0; slot < 100; slot += 1) {
          const drawn = draw(start + slot * step);
          expect(again(start + slot * step)).toBe(drawn);
          tenths[Math.floor(drawn * 10)]! += 1;
        }
      }
      for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    }
  });
});
