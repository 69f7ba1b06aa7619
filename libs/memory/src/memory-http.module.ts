import { Module } from '@nestjs/common';

import { FACTS_HTTP_PROVIDERS } from './facts/facts.providers.js';
import { MemoryController } from './facts/rest/memory.controller.js';
import { MemoryModule } from './memory.module.js';

/** REST of the memory. */
@Module({
  imports: [MemoryModule],
  controllers: [MemoryController],
  providers: FACTS_HTTP_PROVIDERS,
})
export class MemoryHttpModule {}
