import { ProactiveConfig, readSection, type ServerConfig } from '#config';

import type { ConfigVersionEntity } from './config-version.entity.js';
import type { ConfigVersions } from './config-versions.service.js';
import { EngagementPolicies } from './engagement-policies.service.js';

const defaults = readSection(ProactiveConfig, {});
const server = { timeZone: 'Europe/Madrid' } as ServerConfig;

function policiesWith(latest: () => Promise<ConfigVersionEntity | null>): EngagementPolicies {
  return new EngagementPolicies({ latest } as ConfigVersions, defaults, server);
}

describe('EngagementPolicies', () => {
  it('says nothing when its store is down: nobody is written to then', async () => {
    const policies = policiesWith(() => Promise.reject(new Error('down')));
    await expect(policies.current()).rejects.toThrow('down');
  });

  it('lets go of what is stored and does not fit the environment any more, and names it', async () => {
    const overrides = { min_message_length: 200, max_engagements_per_day: 2, gone_setting: 1 };
    const policies = policiesWith(() =>
      Promise.resolve({ version: 1, overrides, changedBy: 'admin', changedAt: new Date(), note: null }),
    );
    const { policy, setAside, ...current } = await policies.current();
    expect(policy).toMatchObject({ minMessageLength: 20, maxMessageLength: 100, maxPerDay: 2 });
    expect(setAside.map(({ setting }) => setting)).toEqual(['min_message_length', 'gone_setting']);
    expect(current.overrides).toEqual(overrides);
  });

  it('is the environment alone until an operator changes something, in the zone of the server', async () => {
    const { version, policy } = await policiesWith(() => Promise.resolve(null)).current();
    expect(version).toBe(0);
    expect(policy).toMatchObject({ maxPerDay: 3, timeZone: 'Europe/Madrid' });
  });
});
