import { Module, type DynamicModule } from '@nestjs/common';

import type { ConnectorName } from '#config';

import { CloudApiModule } from './cloud-api/cloud-api.module.js';
import { SimulatorModule } from './simulator/simulator.module.js';
import { WebjsModule } from './webjs/webjs.module.js';

export interface WhatsAppModuleOptions {
  readonly connector: ConnectorName;
  /** The simulator's fault script, as in `SIMULATOR_FAULTS`. */
  readonly faults?: string;
}

/** Provides `WhatsAppConnector`, everywhere: the one that `WHATSAPP_CONNECTOR` names. */
@Module({})
export class WhatsAppModule {
  /** Throws `simulator.invalid-faults`, at boot. */
  static forRoot({ connector, faults }: WhatsAppModuleOptions): DynamicModule {
    const adapter = adapterModule(connector, faults);
    return { module: WhatsAppModule, global: true, imports: [adapter], exports: [adapter] };
  }
}

function adapterModule(connector: ConnectorName, faults?: string): DynamicModule {
  switch (connector) {
    case 'simulator':
      return SimulatorModule.forRoot(faults);
    case 'cloud-api':
      return { module: CloudApiModule };
    case 'webjs':
      return { module: WebjsModule };
  }
}
