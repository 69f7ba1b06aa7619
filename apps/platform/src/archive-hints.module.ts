import { Module, type OnModuleInit } from '@nestjs/common';

import { ArchiveHints, ArchiveModule } from '#conversations';
import { MemoryModule, MemoryTies } from '#memory';

/** Tells the archive whom a character is close to: two libs of one floor, who do not know each other. */
@Module({ imports: [ArchiveModule, MemoryModule] })
export class ArchiveHintsModule implements OnModuleInit {
  constructor(
    private readonly hints: ArchiveHints,
    private readonly ties: MemoryTies,
  ) {}

  onModuleInit(): void {
    this.hints.attach((chatIds) => this.ties.of(chatIds));
  }
}
