import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors } from '#security';

import type { EngagementType } from '../planning/engagement-type.js';
import { EngagementEntity } from './engagement.entity.js';
import type { Engagement, EngagementStatus } from './engagement.js';
import { Engagements } from './engagements.service.js';

export interface EngagementFilter {
  readonly contactId?: string;
  readonly statuses?: readonly EngagementStatus[];
  readonly type?: EngagementType;
  /** By when they were planned, this instant included. */
  readonly from?: Date;
  /** This instant not included. */
  readonly to?: Date;
}

export interface EngagementPlace {
  readonly limit: number;
  readonly cursor?: string;
}

/** Outreaches page by page. */
@Injectable()
export class EngagementList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engagements: Engagements,
    private readonly cursors: Cursors,
  ) {}

  /** The latest plan first. @throws AppError `cursor.invalid` */
  async list(
    { contactId, statuses, type, from, to }: EngagementFilter,
    { limit, cursor }: EngagementPlace,
  ): Promise<Page<Engagement>> {
    const query = this.dataSource.getRepository(EngagementEntity).createQueryBuilder('engagement');
    if (contactId !== undefined) query.andWhere('engagement.contactId = :contactId', { contactId });
    if (statuses !== undefined) query.andWhere('engagement.status = ANY(:statuses)', { statuses });
    if (type !== undefined) query.andWhere('engagement.type = :type', { type });
    if (from !== undefined) query.andWhere('engagement.createdAt >= :from', { from });
    if (to !== undefined) query.andWhere('engagement.createdAt < :to', { to });
    if (cursor !== undefined) {
      const [at, id] = this.cursors.read(LIST, cursor, 2);
      query.andWhere('(engagement.createdAt, engagement.id) < (:at::timestamptz, :id::uuid)', { at, id });
    }
    const rows = await query
      .orderBy('engagement.createdAt', 'DESC')
      .addOrderBy('engagement.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = await this.engagements.open(rows.slice(0, limit));
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? this.cursors.sign(LIST, [last.createdAt.toISOString(), last.id]) : null };
  }
}

const LIST = 'engagements';
