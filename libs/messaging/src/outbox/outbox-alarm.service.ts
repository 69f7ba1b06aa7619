import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { Clock } from '#kernel';

import { OutboxBell } from './outbox-bell.service.js';

/** What is held for longer is found soon enough: the connector looks at the outbox every second. */
const LONGEST_MS = 60_000;

/** Rings an account's bell when what is held for a moment may leave: a gap or "typing…" is over to the millisecond, not to the second. */
@Injectable()
export class OutboxAlarm implements OnApplicationShutdown {
  private readonly timers = new Map<string, { readonly at: number; readonly timer: NodeJS.Timeout }>();

  constructor(
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** The earliest one counts: after it the outbox is looked at as a whole. */
  set(accountId: string, until: Date): void {
    const at = until.getTime();
    const inMs = at - this.clock.now().getTime();
    const set = this.timers.get(accountId);
    if (inMs > LONGEST_MS || (set && set.at <= at)) return;
    clearTimeout(set?.timer);
    const timer = setTimeout(
      () => {
        this.timers.delete(accountId);
        this.bell.ring(accountId);
      },
      Math.max(0, inMs),
    );
    this.timers.set(accountId, { at, timer });
  }

  onApplicationShutdown(): void {
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
