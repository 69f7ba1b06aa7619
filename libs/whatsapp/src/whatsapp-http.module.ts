import { Module, type DynamicModule, type Type } from '@nestjs/common';

import type { ConnectorName } from '#config';

import { CloudApiHttpModule } from './cloud-api/cloud-api-http.module.js';
import { SimulatorHttpModule } from './simulator/simulator-http.module.js';

/** The REST that a connector brings along. Needs `WhatsAppModule`. */
@Module({})
export class WhatsAppHttpModule {
  static forRoot({ connector }: { readonly connector: ConnectorName }): DynamicModule {
    return { module: WhatsAppHttpModule, imports: httpModules(connector) };
  }
}

function httpModules(connector: ConnectorName): Type[] {
  switch (connector) {
    case 'simulator':
      return [SimulatorHttpModule];
    case 'cloud-api':
      return [CloudApiHttpModule];
    case 'webjs':
      return [];
  }
}
