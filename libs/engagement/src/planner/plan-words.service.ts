import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, failpoint } from '#kernel';

import { ContentMaker } from '../content/content-maker.service.js';
import type { MadeContent } from '../content/content-request.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { PlanTerms, type Terms } from './plan-terms.service.js';
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
    return (await this.writeAll([id], undefined, signal)).length > 0;
  }

  /**
   * As `write`, for several at once, by the `terms` of whoever has read them already; the ids of those that have words now. One that fails takes
   * no other's words away: those are written down, then it is thrown.
   */
  async writeAll(ids: readonly string[], terms?: Terms, signal?: AbortSignal): Promise<readonly string[]> {
    const plans = (await this.engagements.findAll(ids)).filter((plan) => plan.text === null && waits(plan));
    if (plans.length === 0) return [];
    const { running } = terms ?? (await this.terms.current());
    const made = await this.makeAll(plans, running, signal);
    const texts = made.flatMap(({ id, content }) => (content ? [{ id, ...content }] : []));
    const { manager } = this.dataSource;
    const written = texts.length > 0 ? await this.engagements.writeEach(manager, texts, { onlyEmpty: true }) : [];
    failpoint('engagement.written');
    const speechless = made.filter(({ error }) => isSpeechless(error));
    if (speechless.length > 0) await this.end(speechless.map(({ id }) => id));
    const failed = made.find(({ error }) => error !== undefined && !isSpeechless(error));
    if (failed) throw failed.error;
    return written;
  }

  private async makeAll(
    plans: readonly Engagement[],
    running: Terms['running'],
    signal?: AbortSignal,
  ): Promise<readonly Made[]> {
    const requests = plans.map((plan) => ({ ...plan, variants: variantsOf(running, plan.contactId).values }));
    const made = await this.maker.makeAll(requests, signal);
    return plans.map(({ id }, place) => {
      const one = made[place];
      return one?.status === 'fulfilled' ? { id, content: one.value } : { id, error: one?.reason as unknown };
    });
  }

  private async end(ids: readonly string[]): Promise<void> {
    const ends = ids.map((id) => ({ id, status: 'skipped' as const, reason: 'no-content' }));
    await this.events.changed(await this.engagements.endEach(this.dataSource.manager, ends));
  }
}

interface Made {
  readonly id: string;
  readonly content?: MadeContent;
  readonly error?: unknown;
}

function isSpeechless(error: unknown): boolean {
  return error instanceof AppError && error.code === 'engagement.no-content';
}

function waits({ status, handedAt }: Engagement): boolean {
  return (status === 'planned' || status === 'approved') && handedAt === null;
}
