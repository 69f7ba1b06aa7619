import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { OutboxBell } from '../../outbox/outbox-bell.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { WebDelivery } from './web-delivery.service.js';

/** What others wrote, and did not come to send, is found after so long. */
const LOOK_MS = 1_000;

/** Has the web's outbox sent: at once when this process rings for it, when something that was held may leave, and every second. */
@Injectable()
export class WebDeliveryRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly delivery: WebDelivery,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.bell.answer(WEB_ACCOUNT_ID, () => {
      this.look();
    });
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.run().then((delayMs) => {
      this.running = undefined;
      if (this.stopped) return;
      this.timer = setTimeout(() => {
        this.look();
      }, delayMs);
    });
  }

  /** Answers after how many ms to look again. */
  private async run(): Promise<number> {
    this.again = false;
    try {
      const next = await this.delivery.deliver();
      if (this.again) return 0;
      const inMs = next === null ? LOOK_MS : next.getTime() - this.clock.now().getTime();
      return Math.max(0, Math.min(inMs, LOOK_MS));
    } catch (error) {
      this.logger.warn({ err: error }, 'the outbox of the web could not be looked at; the next look follows');
      return LOOK_MS;
    }
  }
}
