import { Injectable } from '@nestjs/common';

import { MemoryConfig, ServerConfig } from '#config';
import { Clock } from '#kernel';

/** What an answer depends on besides who talks: how much of the conversation it sees, where and when it is made. */
@Injectable()
export class ReplySettings {
  /** Messages of the conversation before those that are answered. */
  readonly contextWindow: number;
  /** IANA name. */
  readonly zone: string;

  constructor(
    memory: MemoryConfig,
    server: ServerConfig,
    private readonly clock: Clock,
  ) {
    this.contextWindow = memory.contextWindow;
    this.zone = server.timeZone;
  }

  now(): Date {
    return this.clock.now();
  }
}
