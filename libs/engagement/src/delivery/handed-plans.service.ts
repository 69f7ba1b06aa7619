import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { OutboxWriter, type OutboxPlace, type OutgoingContent } from '#messaging';
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
  readonly place: OutboxPlace;
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

  /** In the order of `ready`, each of another person; they are locked. Null: the outbox has had it before. */
  async giveAll(
    manager: EntityManager,
    ready: readonly ReadyPlan[],
    { now: sendNow = false, principal }: HandOverOptions,
  ): Promise<readonly (DeliveryOutcome | null)[]> {
    const put = await this.outbox.putContents(
      manager,
      ready.map((one) => contentOf(one, one.plan.approvedAt !== null || sendNow)),
    );
    const given = ready.flatMap((one, place): GivenPlan[] => {
      const outboxId = put[place]?.ids[0];
      return outboxId === undefined ? [] : [{ ...one, outboxId }];
    });
    if (given.length > 0) await this.writeDown(manager, given, principal);
    return put.map(({ ids: [outboxId], accountId }) => {
      return outboxId === undefined ? null : { kind: 'handed-over', outboxId, accountId };
    });
  }

  private async writeDown(
    manager: EntityManager,
    given: readonly GivenPlan[],
    principal: string | undefined,
  ): Promise<void> {
    const rows = given.map(({ plan, person, now, outboxId }) => ({
      ...{ id: plan.id, outbox_id: outboxId, handed_at: now, unanswered: unansweredOf(person) + 1, type: plan.type },
      ...{ contact_id: plan.contactId, character_id: plan.characterId, chat_id: plan.chatId },
    }));
    const json = JSON.stringify(rows);
    await Promise.all([
      queryPrepared(manager, HANDED, [json, principal ?? null]),
      queryPrepared(manager, REACHED, [json]),
    ]);
    if (principal === undefined) return;
    for (const { plan } of given) {
      await this.audit.note(manager, { principal, action: 'engagement.send-now', subject: plan.id });
    }
  }
}

function contentOf({ plan, place, content, expiresAt }: ReadyPlan, approved: boolean): OutgoingContent {
  const { id, chatId, characterId, createdAt } = plan;
  return {
    ...{ chatId, place, content, origin: 'proactive', draft: false, approved, expiresAt },
    idempotencyKey: `engagement:${id}`,
    unlessHeardSince: new Date(createdAt.getTime() - HEARD_MARGIN_MS),
    traits: { characterId, tokens: null, generationTime: null, model: null, mood: null, nsfwLevel: null },
  };
}

interface GivenPlan extends ReadyPlan {
  readonly outboxId: string;
}

const GIVEN_SQL = `jsonb_to_recordset($1::jsonb) AS given (
  id uuid, outbox_id uuid, handed_at timestamptz, unanswered smallint, type text, contact_id uuid, character_id uuid, chat_id uuid
)`;

const HANDED: Statement = {
  name: 'engagement.handed',
  text: `
UPDATE engagements SET status = 'approved', approved_at = coalesce(approved_at, given.handed_at),
  approved_by = coalesce(approved_by, $2), handed_at = given.handed_at, outbox_id = given.outbox_id
FROM ${GIVEN_SQL} WHERE engagements.id = given.id`,
};

const REACHED: Statement = {
  name: 'engagement.people-reached',
  text: `
UPDATE engagement_people SET last_engaged_at = given.handed_at, unanswered = given.unanswered, last_type = given.type,
  character_id = given.character_id, chat_id = given.chat_id
FROM ${GIVEN_SQL} WHERE engagement_people.contact_id = given.contact_id`,
};
