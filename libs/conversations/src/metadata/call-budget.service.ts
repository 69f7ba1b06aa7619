import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';

import { MetadataConfig, ServerConfig } from '#config';
import { Clock } from '#kernel';

/** How many calls of the model a day may cost, for all processes together. Days are those of `TIME_ZONE`. */
@Injectable()
export class CallBudget {
  private last: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: MetadataConfig,
    private readonly server: ServerConfig,
    private readonly clock: Clock,
  ) {}

  /** Takes one call of today's; false when none is left. Who asks first takes first. */
  take(): Promise<boolean> {
    this.last = this.last.catch(() => false).then(() => this.takeOne());
    return this.last;
  }

  /** Counts calls that were made without asking: a repair. */
  async note(calls: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO metadata_calls (day, calls) VALUES ($1, $2)
       ON CONFLICT (day) DO UPDATE SET calls = metadata_calls.calls + excluded.calls`,
      [this.now().toISODate(), calls],
    );
  }

  /** Calls that were taken then, and not made. */
  async giveBack(calls: number, takenAt: Date): Promise<void> {
    await this.dataSource.query('UPDATE metadata_calls SET calls = greatest(calls - $2, 0) WHERE day = $1', [
      this.dayOf(takenAt).toISODate(),
      calls,
    ]);
  }

  /** Until there are calls again. */
  secondsToNextDay(): number {
    const now = this.now();
    return Math.ceil(now.endOf('day').diff(now, 'seconds').seconds);
  }

  private async takeOne(): Promise<boolean> {
    const { dailyCalls } = this.config;
    if (dailyCalls === 0) return false;
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO metadata_calls (day, calls) VALUES ($1, 1)
       ON CONFLICT (day) DO UPDATE SET calls = metadata_calls.calls + 1 WHERE metadata_calls.calls < $2 RETURNING calls`,
      [this.now().toISODate(), dailyCalls],
    );
    return rows.length > 0;
  }

  private now(): DateTime {
    return this.dayOf(this.clock.now());
  }

  private dayOf(time: Date): DateTime {
    return DateTime.fromJSDate(time, { zone: this.server.timeZone });
  }
}
