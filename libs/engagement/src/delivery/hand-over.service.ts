import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import type { OutboundContent } from '#whatsapp';

import { PeopleReader } from '../people/people-reader.service.js';
import { deliveryVerdict, type DeliveryVerdict } from '../planning/delivery-verdict.js';
import { modeFor } from '../planning/mode-for.js';
import type { PersonState } from '../planning/person-state.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements, type DeadEnd } from '../store/engagements.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { cloudTemplateOf } from './cloud-template.js';
import type { DeliveryOutcome, HandOverOptions } from './delivery-outcome.js';
import { HandedPlans } from './handed-plans.service.js';
import { lockPlan } from './lock-plan.js';
import { lookAgain } from './look-again.js';

/** How soon a plan without words is looked at again. */
const WORDS_MS = 60_000;

/** Looks at a plan once more, everything locked that it depends on, and gives it to the outbox, or does not. */
@Injectable()
export class HandOver {
  constructor(
    private readonly engagements: Engagements,
    private readonly people: PeopleReader,
    private readonly policies: EngagementPolicies,
    private readonly handed: HandedPlans,
    private readonly clock: Clock,
  ) {}

  /** In a transaction of its own: with it everything stands or nothing does. Throws when the settings can't be read: then nothing leaves. */
  async tryIt(manager: EntityManager, id: string, options: HandOverOptions): Promise<HandedOver> {
    const locked = await lockPlan(manager, id);
    if (!locked) return { outcome: { kind: 'not-waiting' } };
    const plan = await this.engagements.find(id, manager);
    return { plan, outcome: await this.decide(manager, plan, locked.hasChat, options) };
  }

  /** One that cannot be looked at ends when its time is over. False while it still has some. */
  async giveUp(manager: EntityManager, id: string): Promise<boolean> {
    if (!(await lockPlan(manager, id))) return false;
    const [late]: { contactId: string }[] = await manager.query(
      'SELECT contact_id AS "contactId" FROM engagements WHERE id = $1 AND expires_at <= $2',
      [id, this.clock.now()],
    );
    if (!late) return false;
    await this.end(manager, { id, ...late }, 'failed', 'unreadable');
    return true;
  }

  private async decide(
    manager: EntityManager,
    plan: Engagement,
    hasChat: boolean,
    options: HandOverOptions,
  ): Promise<DeliveryOutcome> {
    const person = (await this.people.load(manager, [plan.contactId], this.clock.now())).get(plan.contactId);
    if (!hasChat || !person?.chat) return this.end(manager, plan, 'skipped', 'chat-gone');
    // What is known of a person is known for the chat and the character that they would hear from now.
    const isHere = person.chat.id === plan.chatId && person.characterId === plan.characterId;
    if (!isHere) return this.end(manager, plan, 'skipped', 'other-chat');
    const cloud = person.account.connector === 'cloud-api' ? await cloudTemplateOf(manager, plan) : null;
    const verdict = await this.verdictOn(manager, { plan, person, hasCloudTemplate: cloud !== null }, options);
    switch (verdict.kind) {
      case 'wait':
        return { kind: 'waits', reason: verdict.reason, until: verdict.until };
      case 'end':
        return this.end(manager, plan, verdict.status, verdict.reason);
      case 'send':
        return this.give(manager, { plan, person, cloud, expiresAt: verdict.expiresAt }, options);
    }
  }

  /** The stricter of what held when it was planned and what holds now. */
  private async verdictOn(
    manager: EntityManager,
    { plan, person, hasCloudTemplate }: Pick<Ready, 'plan' | 'person'> & { readonly hasCloudTemplate: boolean },
    options: HandOverOptions,
  ): Promise<DeliveryVerdict> {
    const now = this.clock.now();
    const { policy } = await this.policies.current(manager);
    const mode = plan.mode === 'approve' ? 'approve' : modeFor(person.account, policy, now, person.chat?.replyMode);
    const due = { ...plan, mode, hasCloudTemplate, sendNow: options.now ?? false };
    return deliveryVerdict(due, person, policy, now);
  }

  private async give(manager: EntityManager, ready: Ready, options: HandOverOptions): Promise<DeliveryOutcome> {
    const { plan } = ready;
    const now = this.clock.now();
    if (plan.text === null) {
      const until = new Date(now.getTime() + WORDS_MS);
      if (until < plan.expiresAt) return { kind: 'waits', reason: 'no-content', until };
      return this.end(manager, plan, 'skipped', 'no-content');
    }
    const content = ready.cloud ?? { kind: 'text', text: plan.text };
    const given = await this.handed.give(manager, { ...ready, content, now }, options);
    return given ?? this.end(manager, plan, 'skipped', 'handed-before');
  }

  private async end(
    manager: EntityManager,
    { id, contactId }: Pick<Engagement, 'id' | 'contactId'>,
    status: DeadEnd,
    reason: string,
  ): Promise<DeliveryOutcome> {
    await this.engagements.end(manager, id, status, reason);
    await lookAgain(manager, [contactId], this.clock.now());
    return { kind: 'ended', status, reason };
  }
}

export interface HandedOver {
  readonly outcome: DeliveryOutcome;
  /** None where nothing waited. */
  readonly plan?: Engagement;
}

interface Ready {
  readonly plan: Engagement;
  readonly person: PersonState;
  /** The same words as the Cloud API takes them at any time. */
  readonly cloud: OutboundContent | null;
  readonly expiresAt: Date;
}
