import { Module } from '@nestjs/common';

import { MemoryModule } from './memory.module.js';

/** What remembers, off the way of an answer. */
@Module({
  imports: [MemoryModule],
  providers: [],
})
export class MemoryAgentModule {}
