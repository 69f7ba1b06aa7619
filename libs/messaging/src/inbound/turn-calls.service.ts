import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { Logger } from '#telemetry';

import type { Written } from './inbound-writer.service.js';

/** Calls for the turns of chats in which something has begun to wait. */
@Injectable()
export class TurnCalls {
  constructor(
    private readonly router: AgentRouter,
    private readonly logger: Logger,
  ) {}

  /** A queue that is down loses nothing: the sweep finds the chat by its `turn_due_at`. */
  async call(due: Written['due']): Promise<void> {
    if (due.length === 0) return;
    try {
      await this.router.dispatchMany(
        'chat.turn',
        due.map(({ chatId, delayMs }) => ({ payload: { chatId }, delayMs })),
      );
    } catch (error) {
      this.logger.error({ err: error, chats: due.length }, 'the queue took no turns; the sweep will');
    }
  }
}
