import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Clock } from '#kernel';
import { Logger } from '#telemetry';

/** A turn this long overdue has lost its job: the queue was emptied, or we died before it was added. */
const OVERDUE_MS = 2_000;
const SWEEP_MS = 2_000;

/** Finds the chats whose turn is overdue and enqueues them again, so that a lost queue loses nothing. */
@Injectable()
export class UnroutedSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly router: AgentRouter,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    try {
      const chats = await this.dataSource.query<{ id: string }[]>(
        'SELECT id FROM chats WHERE turn_due_at < $1 ORDER BY turn_due_at LIMIT 1000',
        [new Date(this.clock.now().getTime() - OVERDUE_MS)],
      );
      if (chats.length === 0) return;
      await this.router.dispatchMany(
        'chat.turn',
        chats.map(({ id }) => ({ payload: { chatId: id } })),
      );
    } catch (error) {
      this.logger.error({ err: error }, 'overdue turns could not be enqueued; the next sweep tries again');
    }
  }
}
