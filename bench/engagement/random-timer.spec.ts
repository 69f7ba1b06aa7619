import { randomTimer, type TimerPlan } from './random-timer.js';
import { SimulatedPerson } from './simulated-person.js';

const PLAN: TimerPlan = {
  seed: 1,
  from: new Date('2026-02-20T00:00:00Z'),
  until: new Date('2026-05-21T00:00:00Z'),
  messages: Array.from({ length: 200 }, (_, person) => ({ person, count: 20 })),
  quiet: { from: 21 * 60, until: 9 * 60 },
  caps: { minIntervalHours: 2, maxPerDay: 3 },
  keepsQuietHours: false,
};

describe('randomTimer', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(randomTimer(PLAN)).toEqual(randomTimer(PLAN));
    expect(randomTimer(PLAN)).not.toEqual(randomTimer({ ...PLAN, seed: 2 }));
  });

  it('wakes people, and is answered less than if it looked at the clock', () => {
    const blind = randomTimer(PLAN);
    const awake = randomTimer({ ...PLAN, keepsQuietHours: true });
    expect(blind.outside_quiet_hours_violations).toBeGreaterThan(blind.sent / 3);
    expect(awake.outside_quiet_hours_violations).toBe(0);
    expect(awake.answered_share).toBeGreaterThan(blind.answered_share);
    expect([blind.sent_after_stop, awake.sent_after_stop]).toEqual([0, 0]);
    expect(blind.sent).toBeLessThan(4_000);
  });
});

describe('SimulatedPerson', () => {
  it('writes while awake only', () => {
    for (let index = 0; index < 50; index++) {
      const person = new SimulatedPerson(index, 3);
      for (const at of person.ownTalk(PLAN.from, PLAN.until)) expect(person.fitOf(at)).toBeGreaterThan(0);
    }
  });
});
