import { Injectable } from '@nestjs/common';

import { OutboxBell } from '#messaging';
import { Metrics } from '#telemetry';

import { EngagementEvents } from '../events/engagement-events.service.js';
import type { Engagement } from '../store/engagement.js';
import { EngagementLog } from '../tuning/engagement-log.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import type { HandedOver } from './hand-over.service.js';

/** An outreach with the status that it has now. */
export type DeliveryNewsItem = Pick<Engagement, 'id' | 'contactId' | 'chatId' | 'type' | 'status'> & {
  readonly reason?: string | null;
};

/** Tells what became of outreaches: the connector that sends them, sockets, the log and figures. After the commit. */
@Injectable()
export class DeliveryNews {
  private readonly statuses;
  private readonly skipped;

  constructor(
    private readonly bell: OutboxBell,
    private readonly events: EngagementEvents,
    private readonly log: EngagementLog,
    private readonly policies: EngagementPolicies,
    metrics: Metrics,
  ) {
    this.statuses = metrics.counter('engagements_total', 'Outreaches, by type and what became of them', [
      'type',
      'status',
    ]);
    this.skipped = metrics.counter('engagement_skips_total', 'People who were not written to, by reason', ['reason']);
  }

  /** What came of a look at plans that were to be handed over. */
  async handedOver(results: readonly HandedOver[]): Promise<void> {
    const accountIds = results.flatMap(({ outcome }) => (outcome.kind === 'handed-over' ? [outcome.accountId] : []));
    for (const accountId of new Set(accountIds)) this.bell.ring(accountId);
    await this.changed(results.flatMap(newsOf));
  }

  async changed(items: readonly DeliveryNewsItem[]): Promise<void> {
    for (const item of items) {
      const { type, status, reason } = item;
      this.statuses.inc({ type, status });
      if (status === 'skipped' || status === 'expired') await this.left(item, reason ?? status);
    }
    this.events.tell(
      items.map(({ id, contactId, chatId, type, status, reason = null }) => {
        return { ...{ id, type, status, reason }, contact_id: contactId, chat_id: chatId };
      }),
    );
  }

  private async left({ id, contactId, type }: DeliveryNewsItem, code: string): Promise<void> {
    this.skipped.inc({ reason: code });
    const { policy } = await this.policies.current();
    this.log.skipped(policy, { contactId, engagementId: id, type, reasons: [{ code }] });
  }
}

function newsOf({ plan, outcome }: HandedOver): DeliveryNewsItem[] {
  if (!plan) return [];
  switch (outcome.kind) {
    case 'handed-over':
      // One that was approved before has told so then.
      return plan.approvedAt === null ? [{ ...plan, status: 'approved' }] : [];
    case 'ended':
      return [{ ...plan, status: outcome.status, reason: outcome.reason }];
    case 'waits':
    case 'not-waiting':
      return [];
  }
}
