import type { DynamicModule, Type } from '@nestjs/common';

import type { Platform } from './platform.js';
import { apiRole, connectorRole, workerRole } from './roles.js';

type Listed = DynamicModule | Type | { readonly forwardRef: () => Type };

/** The names of all classes that a process of these modules makes. */
function madeBy(modules: readonly Listed[], seen = new Set<unknown>()): string[] {
  return modules.flatMap((listed) => {
    if (seen.has(listed)) return [];
    seen.add(listed);
    if ('forwardRef' in listed) return madeBy([listed.forwardRef()], seen);
    const [type, dynamic] = 'module' in listed ? [listed.module, listed] : [listed, {}];
    const of = (name: 'imports' | 'providers'): unknown[] => [
      ...((Reflect.getMetadata(name, type) ?? []) as unknown[]),
      ...((dynamic as Partial<DynamicModule>)[name] ?? []),
    ];
    const names = of('providers').flatMap((provider) => (typeof provider === 'function' ? [provider.name] : []));
    return [...names, ...madeBy(of('imports') as Listed[], seen)];
  });
}

/** What works by itself, of the features whose names begin so. */
function atWork(modules: readonly Listed[], features: RegExp): string[] {
  return madeBy(modules)
    .filter((name) => features.test(name) && /(Schedule|Agent)$/u.test(name))
    .sort();
}

describe('the roles of processes', () => {
  const platform = { setting: () => ({ connector: 'simulator' }) } as unknown as Platform;

  it('plan outreaches and deliver them in workers only', () => {
    const features = /^Engagement/u;
    expect(atWork(workerRole(), features)).toEqual([
      'EngagementAgent',
      'EngagementDeliverySchedule',
      'EngagementPlanSchedule',
      'EngagementUpkeepSchedule',
    ]);
    expect(atWork(apiRole(platform), features)).toEqual([]);
    expect(atWork(connectorRole(), features)).toEqual([]);
  });

  it('look at groups and speak there unasked in workers only', () => {
    const features = /^(Autonomy|Feed|Group|Pattern|SharedPattern)/u;
    expect(atWork(workerRole(), features)).toEqual([
      ...['AutonomyAgent', 'AutonomySchedule', 'FeedsSchedule', 'GroupVoiceAgent', 'PatternsSchedule'],
    ]);
    expect(atWork(apiRole(platform), features)).toEqual([]);
    expect(atWork(connectorRole(), features)).toEqual([]);
  });

  it('carry along what is planned for people who are merged, wherever that happens', () => {
    for (const role of [workerRole(), apiRole(platform), connectorRole()]) {
      expect(madeBy(role)).toEqual(expect.arrayContaining(['EngagementMerges', 'ForgottenPlans']));
    }
  });

  it('carry along what is known of groups when people are merged and what was said is removed', () => {
    for (const role of [workerRole(), apiRole(platform), connectorRole()]) {
      expect(madeBy(role)).toContain('AutonomyFollowers');
    }
  });
});
