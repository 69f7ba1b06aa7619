import { Module, type DynamicModule } from '@nestjs/common';

import { HealthController } from './health/health.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';

export interface TelemetryHttpOptions {
  /** Who may see what. Access rules live on a higher floor, so they come in from there. */
  readonly protect: { readonly health: ClassDecorator; readonly metrics: ClassDecorator };
}

/** The routes `/health`, `/health/live`, `/health/ready` and `/metrics`. */
@Module({})
export class TelemetryHttpModule {
  static forRoot({ protect }: TelemetryHttpOptions): DynamicModule {
    protect.health(HealthController);
    protect.metrics(MetricsController);
    return { module: TelemetryHttpModule, controllers: [HealthController, MetricsController] };
  }
}
