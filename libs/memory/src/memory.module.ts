import { Module } from '@nestjs/common';

import { MessagingModule } from '#messaging';

/** What the characters know of people. */
@Module({
  imports: [MessagingModule],
  providers: [],
  exports: [],
})
export class MemoryModule {}
