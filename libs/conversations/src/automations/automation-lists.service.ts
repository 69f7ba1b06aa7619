import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, MoreThan } from 'typeorm';

import { isId, type Page } from '#kernel';
import { Cursors } from '#security';

import { AutomationEntity } from './automation.entity.js';
import { automationNotFound } from './automation.errors.js';
import { AutomationRunEntity } from './automation-run.entity.js';
import { automationOf, type Automation } from './automation-view.js';
import type { WebhookDeliveryEntity } from './webhook-delivery.entity.js';

export interface ListRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** What became of a delivery, beside its run. */
export type DeliveryView = Pick<
  WebhookDeliveryEntity,
  'id' | 'state' | 'attempts' | 'nextAt' | 'lastStatus' | 'lastError' | 'finishedAt'
>;

export type RunView = Omit<AutomationRunEntity, 'automation' | 'claimedUntil'> & {
  readonly delivery: DeliveryView | null;
};

export interface NotificationView {
  readonly id: string;
  readonly automationId: string;
  readonly automationName: string;
  readonly chatId: string;
  readonly messageId: string;
  readonly reasons: readonly string[];
  readonly at: Date;
}

/** Shows automations, what they did, and whom they told. */
@Injectable()
export class AutomationLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `automation.not-found` */
  async one(id: string): Promise<Automation> {
    const row = isId(id) ? await this.dataSource.getRepository(AutomationEntity).findOneBy({ id }) : null;
    if (!row) throw automationNotFound();
    return automationOf(row);
  }

  /** The oldest first. @throws AppError `cursor.invalid` */
  async automations({ limit, cursor }: ListRequest): Promise<Page<Automation>> {
    const after = this.placeIn('automations', cursor);
    const rows = await this.dataSource.getRepository(AutomationEntity).find({
      where: after === null ? {} : { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return this.page('automations', rows.map(automationOf), limit);
  }

  /** The latest first. @throws AppError `automation.not-found`, `cursor.invalid` */
  async runs(automationId: string, { limit, cursor }: ListRequest): Promise<Page<RunView>> {
    await this.one(automationId);
    const list = `automation-runs:${automationId}`;
    const before = this.placeIn(list, cursor);
    const rows = await this.dataSource.getRepository(AutomationRunEntity).find({
      where: { automationId, ...(before !== null && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const deliveries = await this.deliveriesOf(rows.map(({ id }) => id));
    return this.page(
      list,
      rows.map((row) => ({ ...row, delivery: deliveries.get(row.id) ?? null })),
      limit,
    );
  }

  /** The latest first. @throws AppError `cursor.invalid` */
  async notifications({ limit, cursor }: ListRequest): Promise<Page<NotificationView>> {
    const list = 'automation-notifications';
    const rows = await this.dataSource.query<NotificationView[]>(NOTIFICATIONS_SQL, [
      this.placeIn(list, cursor),
      limit + 1,
    ]);
    return this.page(list, rows, limit);
  }

  private async deliveriesOf(runIds: readonly string[]): Promise<ReadonlyMap<string, DeliveryView>> {
    const rows = await this.dataSource.query<(DeliveryView & { readonly run_id: string })[]>(DELIVERIES_SQL, [runIds]);
    return new Map(rows.map(({ run_id, ...delivery }) => [run_id, delivery]));
  }

  private placeIn(list: string, cursor: string | undefined): string | null {
    return cursor === undefined ? null : String(this.cursors.read(list, cursor, 1)[0]);
  }

  private page<T extends { readonly id: string }>(list: string, rows: readonly T[], limit: number): Page<T> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.id]) : null };
  }
}

const DELIVERIES_SQL = `
SELECT run_id, id, state, attempts, next_at AS "nextAt", last_status AS "lastStatus", last_error AS "lastError",
  finished_at AS "finishedAt"
FROM webhook_deliveries WHERE run_id = ANY($1::uuid[])`;

const NOTIFICATIONS_SQL = `
SELECT run_id AS id, automation_id AS "automationId", name AS "automationName", chat_id AS "chatId",
  message_id AS "messageId", reasons, told.created_at AS at
FROM automation_notifications AS told
JOIN automation_runs AS run ON run.id = run_id JOIN automations ON automations.id = automation_id
WHERE $1::uuid IS NULL OR run_id < $1 ORDER BY run_id DESC LIMIT $2`;
