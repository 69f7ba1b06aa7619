import { Module, type DynamicModule } from '@nestjs/common';

import { Health } from './health/health.js';
import { Logger } from './log/logger.js';
import { PinoLogger, type LogOptions } from './log/pino-logger.js';
import { Metrics } from './metrics/metrics.js';

/** Logs, metrics and health for every module of a process. */
@Module({})
export class TelemetryModule {
  static forRoot(options: LogOptions): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      providers: [
        { provide: Logger, useFactory: () => PinoLogger.create(options) },
        { provide: Metrics, useFactory: processMetrics },
        Health,
      ],
      exports: [Logger, Metrics, Health],
    };
  }
}

function processMetrics(): Metrics {
  const metrics = new Metrics();
  metrics.watchProcess();
  return metrics;
}
