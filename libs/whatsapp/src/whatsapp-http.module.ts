import { Module, type DynamicModule } from '@nestjs/common';

import type { ConnectorName } from '#config';

import { SimulatorHttpModule } from './simulator/simulator-http.module.js';

/** The REST that a connector brings along. Needs `WhatsAppModule`. */
@Module({})
export class WhatsAppHttpModule {
  static forRoot({ connector }: { readonly connector: ConnectorName }): DynamicModule {
    return { module: WhatsAppHttpModule, imports: connector === 'simulator' ? [SimulatorHttpModule] : [] };
  }
}
