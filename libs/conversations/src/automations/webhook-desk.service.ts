import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Clock, newId } from '#kernel';
import { Logger } from '#telemetry';

import type { WebhookAction } from './automation.js';
import './automation.task.js';
import type { Automation } from './automation-view.js';
import type { ClaimedRun } from './run-book.service.js';

/** Takes what receivers are to be told, and sees to it that it is tried. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly router: AgentRouter,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Null when it is handed over, to be delivered; else why not. */
  async put({ url }: WebhookAction, { webhookGoneAt }: Automation, run: ClaimedRun): Promise<string | null> {
    if (webhookGoneAt) return 'webhook.gone';
    const id = newId();
    const inserted = await this.dataSource.query<unknown[]>(
      `INSERT INTO webhook_deliveries (id, run_id, url, next_at, created_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (run_id) DO NOTHING RETURNING id`,
      [id, run.id, url, this.clock.now()],
    );
    if (inserted.length > 0) await this.dispatch([id]);
    return null;
  }

  /** Puts everything that is due into the queue. */
  async dispatchDue(limit: number): Promise<void> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM webhook_deliveries WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at LIMIT $2`,
      [this.clock.now(), limit],
    );
    await this.dispatch(rows.map(({ id }) => id));
  }

  private async dispatch(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    try {
      await this.router.dispatchMany(
        'conversation.webhook',
        ids.map((deliveryId) => ({ payload: { deliveryId }, key: deliveryId })),
      );
    } catch (error) {
      this.logger.warn({ err: error, count: ids.length }, 'the queue took no deliveries; the sweep will bring them');
    }
  }
}
