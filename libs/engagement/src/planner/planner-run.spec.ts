import { jest } from '@jest/globals';

import { newPolicy } from '../../testing/new-policy.js';
import type { Adoption } from './adoption.service.js';
import { LOOKS_AT_ONCE, type DoneLook, type Looks } from './looks.service.js';
import type { PlanAftermath } from './plan-aftermath.service.js';
import type { PlanTerms, Terms } from './plan-terms.service.js';
import { PlannerRun } from './planner-run.service.js';
import type { PlannerNews } from './planner-news.service.js';

const LOOK: DoneLook = { contactId: 'ana', type: null, reasons: [{ code: 'no-type' }], engagement: null };

describe('a run of the planner', () => {
  it('holds to settings that are changed meanwhile from the next batch on, and stops when it is switched off', async () => {
    const policies = [{ maxScheduled: 50 }, { maxScheduled: 3 }, { enabled: false }];
    const current = () => Promise.resolve<Terms>({ policy: newPolicy(policies.shift()), running: [] });
    const next = jest.fn<Looks['next']>().mockResolvedValue(new Array<DoneLook>(LOOKS_AT_ONCE).fill(LOOK));
    const nothing = () => Promise.resolve();
    const run = new PlannerRun(
      { current } as PlanTerms,
      { adopt: nothing } as unknown as Adoption,
      { next } as unknown as Looks,
      { after: nothing } as unknown as PlanAftermath,
      { ran: nothing } as unknown as PlannerNews,
    );
    expect(await run.run()).toEqual({
      ...{ looked: 2 * LOOKS_AT_ONCE, planned: 0, skipped: { 'no-type': 2 * LOOKS_AT_ONCE } },
    });
    expect(next.mock.calls.map(([{ policy }]) => policy.maxScheduled)).toEqual([50, 3]);
  });
});
