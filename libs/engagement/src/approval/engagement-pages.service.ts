import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { People } from '#messaging';
import type { PageQueryDto } from '#security';

import { EngagementList, type EngagementFilter } from '../store/engagement-list.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { fromAfterTo } from './approval.errors.js';
import { toEngagementDto, type EngagementPageDto, type UpcomingPageDto } from './engagement.dto.js';
import type { EngagementQueryDto, UpcomingQueryDto } from './engagement-input.dto.js';

const HOUR_MS = 3_600_000;

/** Outreaches as lists show them. */
@Injectable()
export class EngagementPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly list: EngagementList,
    private readonly people: People,
    private readonly policies: EngagementPolicies,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `person.not-found` or `cursor.invalid` */
  async upcoming({ contact_id, status, limit, cursor }: UpcomingQueryDto): Promise<UpcomingPageDto> {
    const statuses = status === undefined ? WAITING : [status];
    const page = await this.page({ ...(await this.ofContact(contact_id)), statuses }, { limit, cursor });
    return { ...page, next_looks: await this.looksToCome() };
  }

  /** @throws AppError `person.not-found`, `cursor.invalid` or `engagement.range-invalid` */
  async all({ contact_id, status, type, from, to, limit, cursor }: EngagementQueryDto): Promise<EngagementPageDto> {
    if (from !== undefined && to !== undefined && new Date(from) > new Date(to)) throw fromAfterTo();
    const filter: EngagementFilter = {
      ...(await this.ofContact(contact_id)),
      ...(status !== undefined && { statuses: [status] }),
      ...(type !== undefined && { type }),
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    };
    return this.page(filter, { limit, cursor });
  }

  private async page(filter: EngagementFilter, place: PageQueryDto): Promise<EngagementPageDto> {
    const { items, nextCursor } = await this.list.list(filter, place);
    return { engagements: items.map(toEngagementDto), next_cursor: nextCursor };
  }

  private async ofContact(name: string | undefined): Promise<Pick<EngagementFilter, 'contactId'>> {
    return name === undefined ? {} : { contactId: await this.people.find(name) };
  }

  private async looksToCome(): Promise<number> {
    const { policy } = await this.policies.current();
    const until = new Date(this.clock.now().getTime() + policy.scheduleAdvanceHours * HOUR_MS);
    const [found] = await this.dataSource.query<{ count: number }[]>(LOOKS_SQL, [until]);
    return found?.count ?? 0;
  }
}

const WAITING = ['planned', 'approved'] as const;

const LOOKS_SQL = 'SELECT count(*)::int AS count FROM engagement_people WHERE next_look_at <= $1';
