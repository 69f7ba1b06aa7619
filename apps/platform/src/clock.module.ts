import { Module, type DynamicModule } from '@nestjs/common';

import { Clock, SystemClock } from '#kernel';

/** The machine's clock, everywhere. */
@Module({})
export class ClockModule {
  static forRoot(): DynamicModule {
    return {
      module: ClockModule,
      global: true,
      providers: [{ provide: Clock, useClass: SystemClock }],
      exports: [Clock],
    };
  }
}
