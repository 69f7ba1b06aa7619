import { Module, type DynamicModule } from '@nestjs/common';

import { connectorRole, observed, type Platform } from '../../platform/src/index.js';

/** Owns the WhatsApp accounts: one lease for each. */
@Module({})
export class ConnectorModule {
  static forRoot(platform: Platform): DynamicModule {
    return { module: ConnectorModule, imports: [...platform.modules, ...observed(), ...connectorRole()] };
  }
}
