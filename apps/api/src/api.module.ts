import { Module, type DynamicModule } from '@nestjs/common';

import { apiRole, observed, type Platform } from '../../platform/src/index.js';

/** HTTP only: stateless, any number of copies. */
@Module({})
export class ApiModule {
  static forRoot(platform: Platform): DynamicModule {
    return { module: ApiModule, imports: [...platform.modules, ...observed(), ...apiRole(platform)] };
  }
}
