import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { Logger } from '#telemetry';

import { ScheduledTasks } from './scheduled-tasks.service.js';

const BEAT_MS = 10_000;
const STALE_MS = 3 * BEAT_MS;

/** Tells every process whether any of them runs the clock of the scheduled tasks. */
@Injectable()
export class SchedulerHeartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly processId = newId();
  private alive = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: ScheduledTasks,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.alive = this.tasks.runsHere;
    await this.beat();
  }

  @Interval(BEAT_MS)
  async beat(): Promise<void> {
    if (!this.alive) return;
    try {
      await this.dataSource.query(
        `INSERT INTO scheduler_heartbeats (process_id, beat_at) VALUES ($1, now())
         ON CONFLICT (process_id) DO UPDATE SET beat_at = excluded.beat_at`,
        [this.processId],
      );
    } catch (error) {
      this.logger.warn(
        { err: error },
        'the clock of the scheduled tasks could not say that it runs; the next beat does',
      );
    }
  }

  /** Whether a process has said within thirty seconds that it runs the clock. */
  async isRunning(): Promise<boolean> {
    const [row] = await this.dataSource.query<[{ running: boolean }]>(
      `SELECT EXISTS (
         SELECT 1 FROM scheduler_heartbeats WHERE beat_at > now() - $1::double precision * interval '1 millisecond') AS running`,
      [STALE_MS],
    );
    return row.running;
  }

  /** A process that stops says so; of one that dies the row goes stale. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.alive) return;
    this.alive = false;
    await this.dataSource
      .query('DELETE FROM scheduler_heartbeats WHERE process_id = $1', [this.processId])
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the clock stopped without saying so'));
  }
}
