import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, failpoint } from '#kernel';

import { ContentMaker } from '../content/content-maker.service.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { PlanTerms } from './plan-terms.service.js';
import { variantsOf } from './variants-of.js';

/** Puts words into plans that have none. */
@Injectable()
export class PlanWords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engagements: Engagements,
    private readonly terms: PlanTerms,
    private readonly maker: ContentMaker,
    private readonly events: EngagementEvents,
  ) {}

  /** False when it has words already, waits no more, or ends because nothing can be said. */
  async write(id: string, signal?: AbortSignal): Promise<boolean> {
    const [plan] = await this.engagements.findAll([id]);
    if (plan?.text !== null || !waits(plan)) return false;
    const { running } = await this.terms.current();
    const { values: variants } = variantsOf(running, plan.contactId);
    try {
      const made = await this.maker.make({ ...plan, variants }, signal);
      const written = await this.engagements.write(this.dataSource.manager, id, made, { onlyEmpty: true });
      failpoint('engagement.written');
      return written;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'engagement.no-content') throw error;
      const ended = await this.engagements.end(this.dataSource.manager, id, 'skipped', 'no-content');
      if (ended) await this.events.changed([id]);
      return false;
    }
  }
}

function waits({ status, handedAt }: Engagement): boolean {
  return (status === 'planned' || status === 'approved') && handedAt === null;
}
