import { Injectable } from '@nestjs/common';

import { Metrics } from '#telemetry';

import { EngagementEvents } from '../events/engagement-events.service.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { EngagementLog } from '../tuning/engagement-log.service.js';
import type { DoneLook } from './looks.service.js';
import type { PlannerReport } from './planner-report.js';
import { SkipCounts, type SkipCount } from './skip-counts.service.js';

/** Tells what the planner did: sockets, the log, figures and the counts of each day. */
@Injectable()
export class PlannerNews {
  private readonly planned;
  private readonly skipped;
  private readonly duration;

  constructor(
    private readonly events: EngagementEvents,
    private readonly log: EngagementLog,
    private readonly counts: SkipCounts,
    metrics: Metrics,
  ) {
    this.planned = metrics.counter('engagements_total', 'Outreaches, by type and what became of them', [
      'type',
      'status',
    ]);
    this.skipped = metrics.counter('engagement_skips_total', 'People who were not written to, by reason', ['reason']);
    this.duration = metrics.histogram('engagement_plan_duration_seconds', 'How long one run of the planner takes');
  }

  /** After the commit of their looks. */
  async looked(looks: readonly DoneLook[], policy: EngagementPolicy): Promise<void> {
    for (const { contactId, type, reasons, engagement } of looks) {
      if (engagement) {
        const { id, dueAt } = engagement;
        this.planned.inc({ type: type ?? '', status: 'planned' });
        this.log.planned(policy, { contactId, engagementId: id, type: type ?? undefined, dueAt, reasons });
      } else {
        this.skipped.inc({ reason: reasons[0]?.code ?? '' });
        this.log.skipped(policy, { contactId, type: type ?? undefined, reasons });
      }
    }
    await this.events.changed(looks.flatMap(({ engagement }) => (engagement ? [engagement.id] : [])));
  }

  /** At the end of a run. */
  async ran(looks: readonly SkipCount[], report: PlannerReport, seconds: number): Promise<void> {
    this.duration.observe(seconds);
    const { looked, planned } = report;
    this.log.ran({ looked, planned, skipped: looked - planned });
    await this.counts.add(looks);
  }
}
