import { DateTime } from 'luxon';

import type { Clock } from '#kernel';

/** A day of `TIME_ZONE`. */
export interface Day {
  /** ISO date. */
  readonly date: string;
  /** When the next one begins. */
  readonly endsAt: Date;
}

/** Which day it is, in one zone. */
export class LocalDay {
  private last?: Day & { readonly beganAt: Date };

  constructor(
    private readonly clock: Clock,
    private readonly zone: string,
  ) {}

  today(): Day {
    const now = this.clock.now();
    if (this.last && now < this.last.endsAt && now >= this.last.beganAt) return this.last;
    return (this.last = dayOf(now, this.zone));
  }

  /** Until the next day begins, at least one. */
  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.today().endsAt.getTime() - this.clock.now().getTime()) / 1_000));
  }
}

function dayOf(now: Date, zone: string): Day & { readonly beganAt: Date } {
  const local = DateTime.fromJSDate(now, { zone });
  const began = local.startOf('day');
  return {
    date: local.toISODate() ?? '',
    beganAt: began.toJSDate(),
    endsAt: began.plus({ days: 1 }).startOf('day').toJSDate(),
  };
}
