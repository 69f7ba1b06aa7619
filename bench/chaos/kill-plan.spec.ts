import { planKills } from './kill-plan.js';

describe('planKills', () => {
  const plan = planKills(200, 1);

  it('is the same for the same seed, and another for another', () => {
    expect(planKills(200, 1)).toEqual(plan);
    expect(planKills(200, 2)).not.toEqual(plan);
  });

  it('strikes in every way, and at every step of a send', () => {
    const kinds = new Set(plan.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['both', 'chromium', 'failpoint', 'lost-ack', 'node', 'rollback']);
    const steps = new Set(plan.flatMap((kill) => (kill.kind === 'failpoint' ? [kill.name] : [])));
    expect(steps.size).toBe(6);
  });
});
