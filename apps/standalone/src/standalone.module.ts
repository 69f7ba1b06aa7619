import { Module, type DynamicModule } from '@nestjs/common';

import { apiRole, connectorRole, observed, workerRole, type Platform } from '../../platform/src/index.js';

/** Every role in one process. */
@Module({})
export class StandaloneModule {
  static forRoot(platform: Platform): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [...platform.modules, ...observed(), ...apiRole(platform), ...workerRole(), ...connectorRole()],
    };
  }
}
