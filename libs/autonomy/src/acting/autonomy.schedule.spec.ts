import { AutonomyConfig, loadConfig } from '#config';
import { FakeClock } from '#testing';

import { AutonomySchedule } from './autonomy.schedule.js';
import type { DueGroups } from './due-groups.service.js';
import type { LostActs } from './lost-acts.service.js';

describe('AutonomySchedule', () => {
  let looked = 0;
  beforeEach(() => {
    looked = 0;
  });

  function tickOf(env: Record<string, string>, end: () => Promise<number>): Promise<void> {
    const due = { call: () => Promise.resolve((looked += 1)) } as unknown as DueGroups;
    const config = loadConfig(env).get(AutonomyConfig) as AutonomyConfig;
    return new AutonomySchedule(due, { end } as unknown as LostActs, config, new FakeClock()).tick();
  }

  it('looks at the groups that are due even where a lost decision cannot be ended, and is told of that', async () => {
    await expect(tickOf({}, () => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
    expect(looked).toBe(1);
  });

  it('looks at none where all is off, and ends what was begun', async () => {
    let ended = 0;
    await tickOf({ AUTONOMY_ENABLED: 'false' }, () => Promise.resolve((ended += 1)));
    expect([looked, ended]).toEqual([0, 1]);
  });
});
