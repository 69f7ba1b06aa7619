import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { OutboxWriter, type PutResult } from '#messaging';
import type { OutboundContent } from '#whatsapp';

import type { PersonState } from '../planning/person-state.js';
import { unansweredOf } from '../planning/unanswered-of.js';
import type { Engagement } from '../store/engagement.js';
import { Audit } from '../tuning/audit.service.js';
import type { DeliveryOutcome, HandOverOptions } from './delivery-outcome.js';

/** Two processes' clocks differ, and a message is stamped before it waits for its chat: what was said so shortly before counts, too. */
const HEARD_MARGIN_MS = 60_000;

export interface ReadyPlan {
  readonly plan: Engagement;
  readonly content: OutboundContent;
  readonly person: PersonState;
  /** After that it must not leave. */
  readonly expiresAt: Date;
  readonly now: Date;
}

/** Gives plans to the outbox, and counts them at once among what was sent to their person: they may have left from now on. */
@Injectable()
export class HandedPlans {
  constructor(
    private readonly outbox: OutboxWriter,
    private readonly audit: Audit,
  ) {}

  /** The plan and its person are locked. Null: the outbox has had it before. */
  async give(
    manager: EntityManager,
    ready: ReadyPlan,
    { now: sendNow = false, principal }: HandOverOptions,
  ): Promise<DeliveryOutcome | null> {
    const { plan, person, now } = ready;
    const put = await this.put(manager, ready, plan.approvedAt !== null || sendNow);
    const [outboxId] = put.ids;
    if (outboxId === undefined) return null;
    await manager.query(HANDED_SQL, [plan.id, now, outboxId, principal ?? null]);
    await manager.query(REACHED_SQL, [
      ...[plan.contactId, now, unansweredOf(person) + 1, plan.type, plan.characterId, plan.chatId],
    ]);
    if (principal !== undefined) {
      await this.audit.note(manager, { principal, action: 'engagement.send-now', subject: plan.id });
    }
    return { kind: 'handed-over', outboxId, accountId: put.accountId };
  }

  private put(manager: EntityManager, { plan, content, expiresAt }: ReadyPlan, approved: boolean): Promise<PutResult> {
    const { id, chatId, characterId, createdAt } = plan;
    return this.outbox.putContent(manager, {
      ...{ chatId, content, origin: 'proactive', draft: false, approved, expiresAt },
      idempotencyKey: `engagement:${id}`,
      unlessHeardSince: new Date(createdAt.getTime() - HEARD_MARGIN_MS),
      traits: { characterId, tokens: null, generationTime: null, model: null, mood: null, nsfwLevel: null },
    });
  }
}

const HANDED_SQL = `
UPDATE engagements SET status = 'approved', approved_at = coalesce(approved_at, $2), approved_by = coalesce(approved_by, $4),
  handed_at = $2, outbox_id = $3
WHERE id = $1`;

const REACHED_SQL = `
UPDATE engagement_people SET last_engaged_at = $2, unanswered = $3, last_type = $4, character_id = $5, chat_id = $6 WHERE contact_id = $1`;
