import 'reflect-metadata';

import { Module, SetMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { Health } from './health/health.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { TelemetryHttpModule } from './telemetry-http.module.js';
import { TelemetryModule } from './telemetry.module.js';

const protect = { health: SetMetadata('rule', 'public'), metrics: SetMetadata('rule', 'metrics:read') };

@Module({
  imports: [
    TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' }),
    TelemetryHttpModule.forRoot({ protect }),
  ],
})
class TestModule {}

describe('the telemetry routes', () => {
  let app: NestFastifyApplication;
  let address: string;

  beforeEach(async () => {
    const testing = await Test.createTestingModule({ imports: [TestModule] }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
  });

  afterEach(() => app.close());

  it('shows the services, 503 when one is down, and nothing the check threw', async () => {
    const health = app.get(Health);
    health.register('database', () => Promise.resolve({ status: 'up', connections: 3 }));
    const well = await fetch(`${address}/health`);
    expect(well.status).toBe(200);
    expect(await well.json()).toEqual({ status: 'up', services: { database: { status: 'up', connections: 3 } } });
    health.register('queue', () => Promise.reject(new Error('postgres://user:canary@host')));
    const ill = await fetch(`${address}/health`);
    expect(ill.status).toBe(503);
    expect(await ill.text()).not.toContain('canary');
  });

  it('is live at once, and ready from the mark until a required service is down', async () => {
    const health = app.get(Health);
    const statusOf = async (path: string) => (await fetch(`${address}/health/${path}`)).status;
    expect([await statusOf('live'), await statusOf('ready')]).toEqual([200, 503]);
    health.markReady();
    expect(await statusOf('ready')).toBe(200);
    health.register('database', () => Promise.resolve({ status: 'down' }));
    expect([await statusOf('live'), await statusOf('ready')]).toEqual([200, 503]);
  });

  it('shows figures to Prometheus', async () => {
    const response = await fetch(`${address}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await response.text()).toContain('nodejs_eventloop_lag_seconds');
  });

  it('puts the access rules it was given on its controllers', () => {
    expect(Reflect.getMetadata('rule', HealthController)).toBe('public');
    expect(Reflect.getMetadata('rule', MetricsController)).toBe('metrics:read');
  });
});
