import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';

import { Clock } from '#kernel';
import { TurnDesk } from '#messaging';
import { Logger } from '#telemetry';

import { TurnService } from './turn.service.js';

const SWEEP_MS = 2_000;
/** A turn that nobody has worked on for so long has lost its job. */
const NEGLECTED_MS = 5_000;

/** Hands neglected turns to their agents again, so that a lost queue or a dead worker loses no answer. */
@Injectable()
export class TurnSweep {
  constructor(
    private readonly desk: TurnDesk,
    private readonly turns: TurnService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    try {
      const neglected = await this.desk.neglected(new Date(this.clock.now().getTime() - NEGLECTED_MS));
      for (const { agent, chatId } of neglected) await this.turns.handOver(agent, chatId);
    } catch (error) {
      this.logger.error({ err: error }, 'neglected turns could not be handed over; the next sweep tries again');
    }
  }
}
