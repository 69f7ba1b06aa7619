import { Module, type DynamicModule } from '@nestjs/common';

import { observed, workerRole, type Platform } from '../../platform/src/index.js';

/** Agents and schedules: any number of copies. */
@Module({})
export class WorkerModule {
  static forRoot(platform: Platform): DynamicModule {
    return { module: WorkerModule, imports: [...platform.modules, ...observed(), ...workerRole()] };
  }
}
