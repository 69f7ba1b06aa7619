import { Injectable } from '@nestjs/common';

import { MemoryConfig, ServerConfig } from '#config';

/** What of the settings the commands need. */
@Injectable()
export class MemorySettings {
  constructor(
    private readonly memory: MemoryConfig,
    private readonly server: ServerConfig,
  ) {}

  get enabled(): boolean {
    return this.memory.enabled;
  }

  get zone(): string {
    return this.server.timeZone;
  }
}
