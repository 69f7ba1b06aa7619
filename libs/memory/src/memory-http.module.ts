import { Module } from '@nestjs/common';

import { MemoryModule } from './memory.module.js';

/** REST of the memory. */
@Module({
  imports: [MemoryModule],
  controllers: [],
})
export class MemoryHttpModule {}
