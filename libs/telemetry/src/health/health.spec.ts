import { silentLogger } from '../log/silent-logger.js';
import { HealthCheck } from './health-check.js';
import type { HealthReport, HealthStatus } from './health-report.js';
import { Health } from './health.js';

const never = () => new Promise<HealthReport>(() => undefined);

function healthOf(states: Record<string, HealthStatus>, optional: string[] = []): Health {
  const health = new Health(silentLogger);
  for (const [name, status] of Object.entries(states)) {
    health.register(name, () => Promise.resolve({ status }), { required: !optional.includes(name) });
  }
  return health;
}

describe('Health', () => {
  it.each<[string, Record<string, HealthStatus>, HealthStatus]>([
    ['nothing to look at', {}, 'up'],
    ['all up', { database: 'up', queue: 'up' }, 'up'],
    ['one degraded', { database: 'up', queue: 'degraded' }, 'degraded'],
    ['one down', { database: 'degraded', queue: 'down' }, 'down'],
  ])('is as well as its worst service: %s', async (_, states, status) => {
    const overview = await healthOf(states).overview();
    expect(overview.status).toBe(status);
    expect(Object.keys(overview.services)).toEqual(Object.keys(states));
  });

  it('keeps the details a service tells', async () => {
    const health = new Health(silentLogger);
    health.register('queue', () => Promise.resolve({ status: 'degraded', reason: 'behind', waiting: 12 }));
    expect((await health.overview()).services).toEqual({
      queue: { status: 'degraded', reason: 'behind', waiting: 12 },
    });
  });

  it('is ready from the mark to the stop', async () => {
    const health = healthOf({ database: 'up' });
    expect(await health.isReady()).toBe(false);
    health.markReady();
    expect(await health.isReady()).toBe(true);
    health.onModuleDestroy();
    expect(await health.isReady()).toBe(false);
  });

  it.each<[string, Record<string, HealthStatus>, boolean]>([
    ['a required one is down', { database: 'down', model: 'up' }, false],
    ['a required one is degraded', { database: 'degraded', model: 'up' }, true],
    ['another one is down', { database: 'up', model: 'down' }, true],
  ])('is ready or not when %s', async (_, states, ready) => {
    const health = healthOf(states, ['model']);
    health.markReady();
    expect(await health.isReady()).toBe(ready);
  });

  it.each<[string, () => Promise<HealthReport>]>([
    ['rejects', () => Promise.reject(new Error('canary'))],
    [
      'throws at once',
      () => {
        throw new Error('canary');
      },
    ],
  ])('takes a check that %s for a service that is down, without its message', async (_, check) => {
    const health = new Health(silentLogger);
    health.register('queue', check);
    const twice = [await health.overview(), await health.overview()];
    expect(twice[1]).toEqual({ status: 'down', services: { queue: { status: 'down', reason: 'the check failed' } } });
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe('HealthCheck', () => {
  it('answers within its limit, and asks a silent service only once', async () => {
    let asked = 0;
    const silent = () => {
      asked += 1;
      return never();
    };
    const check = new HealthCheck('database', true, silent, silentLogger, 5);
    const reports = await Promise.all([check.run(), check.run()]);
    expect([...reports, await check.run()].map(({ status }) => status)).toEqual(['down', 'down', 'down']);
    expect(asked).toBe(1);
  });

  it('asks again once the answer is in', async () => {
    const states: HealthStatus[] = ['down', 'up'];
    const check = new HealthCheck('database', true, () => Promise.resolve({ status: states.shift()! }), silentLogger);
    expect((await check.run()).status).toBe('down');
    expect((await check.run()).status).toBe('up');
  });
});
